"""One run of `flask representatives import`: preview, questions where somebody sits before it, and the writing."""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace

import click
from sqlalchemy.orm import Session

from app.campaigns.people_named import NamedBy, named_by_campaigns
from app.cli.representatives.ahead import keep
from app.cli.representatives.answers import ask, how_to_answer, told
from app.cli.representatives.preview import in_words
from app.cli.representatives.preview_json import as_json
from app.extensions import given
from app.representatives.importing import (
    FileProblemsError,
    ImportRequest,
    Plan,
    Question,
    RosterChangedMeanwhileError,
    open_questions,
    plan_import,
    questions,
    take_force,
)
from app.store.unit import unit

NOT_WRITTEN = "Nothing was written. To write it, run the same once more with --apply."
ASKED = "Nothing was written. Answer this first, or mend the file."


class Conversation:
    """Tells what a file would change, asks about what is odd, and writes."""

    def __init__(self, session: Session, content: bytes, *, print_json: bool) -> None:
        self._session = session
        self._content = content
        self._print_json = print_json

    def hold(self, request: ImportRequest, *, write: bool) -> None:
        """Tell, ask, write."""
        with unit(self._session):
            take_force(self._session, given().clock())
        plan = self._plan(request)
        named = self._named(plan)
        if not self._print_json:
            click.echo(in_words(plan, named))
        _tell_answered(plan)
        if not self._print_json and sys.stdin.isatty():
            plan, write = self._ask(plan, write=write)
        asked = open_questions(plan)
        applied = write and not asked
        done = self._apply(plan) if applied else NOT_WRITTEN
        if self._print_json:
            click.echo(json.dumps({**as_json(plan, named), "applied": applied}))
        if asked:
            raise click.ClickException(f"{_to_answer(asked)}{ASKED}")
        if not self._print_json:
            click.echo(done)

    def _plan(self, request: ImportRequest) -> Plan:
        try:
            return plan_import(self._session, self._content, request)
        except FileProblemsError as error:
            raise click.ClickException(f"{error}\nNothing was written.") from error
        finally:
            self._session.rollback()  # nothing stays locked while somebody reads and thinks

    def _named(self, plan: Plan) -> tuple[NamedBy, ...]:
        """Who leaves and is on campaigns' lists."""
        named = named_by_campaigns(self._session, plan.request.state, plan.left)
        self._session.rollback()
        return named

    def _ask(self, plan: Plan, *, write: bool) -> tuple[Plan, bool]:
        """Every answer may raise another question: two people of one name, once it is settled who is one of them."""
        while asked := open_questions(plan):
            answers = ask(asked)
            if answers is None:
                return plan, False
            plan = self._plan(replace(plan.request, answers={**plan.request.answers, **answers}))
        if write:
            return plan, write
        if plan.conflicts and not plan.request.overwrite_corrections:
            offices = "1 office" if len(plan.conflicts) == 1 else f"{len(plan.conflicts)} offices"
            if click.confirm(f"Overwrite the lines of {offices} corrected by hand?", default=False):
                plan = self._plan(replace(plan.request, overwrite_corrections=True))
        return plan, click.confirm("Apply these changes?", default=False)

    def _apply(self, plan: Plan) -> str:
        try:
            return keep(self._session, self._content, plan)
        except RosterChangedMeanwhileError as error:
            raise click.ClickException(str(error)) from error


def _tell_answered(plan: Plan) -> None:
    asked = open_questions(plan)
    for question in questions(plan):
        if question not in asked:
            click.echo(f"Answered: {told(question)}", err=True, nl=False)


def _to_answer(asked: Iterable[Question]) -> str:
    return "".join(f"{told(question)}{how_to_answer(question)}\n" for question in asked)

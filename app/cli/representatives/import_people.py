"""`flask representatives import`: shows what Open States' people file would change, and writes it when told to."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.campaigns.people_named import NamedBy, named_by_campaigns
from app.cli.representatives.ahead import as_dated, dated, keep, when_typed
from app.cli.representatives.preview import in_words
from app.cli.representatives.preview_json import as_json
from app.extensions import given
from app.representatives.importing import (
    FileProblemsError,
    ImportRequest,
    Plan,
    RosterChangedMeanwhileError,
    plan_import,
    read_file,
    refusals,
    take_force,
)
from app.store.unit import unit
from models import Chamber

OpenSession = Callable[[], AbstractContextManager[Session]]
NOT_WRITTEN = "Nothing was written. To write it, run the same once more with --apply."
ALLOW = "Nothing was written. If this is right, add --allow-loss."
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
CHAMBERS = click.Choice([chamber.value for chamber in Chamber])


def state_code(_context: click.Context, _option: click.Parameter, typed: str) -> str:
    """Two letters, in capitals."""
    if len(typed) != 2 or not (typed.isascii() and typed.isalpha()):  # noqa: PLR2004 - as every state's
        raise click.BadParameter("a state is two letters, such as NH")
    return typed.upper()


def import_people(open_session: OpenSession) -> click.Command:
    """The command, reading and writing with the sessions that `open_session` gives."""

    @click.command("import")
    @click.argument("file", type=FILE)
    @click.option("--state", default="MA", show_default=True, callback=state_code, help="Whose legislature it is.")
    @click.option("--chamber", type=CHAMBERS, help="Import one chamber and leave the other alone.")
    @click.option("--apply", "write", is_flag=True, help="Write the changes.")
    @click.option("--allow-loss", is_flag=True, help="Write even where many seats, numbers or ids are lost.")
    @click.option("--overwrite-corrections", is_flag=True, help="Give up lines that organizers corrected by hand.")
    @click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day the file is of. [default: today]")
    @click.option("--source", default="", help="Whose facts these are. [default: Open States, and the file's name]")
    @dated
    @click.option("--json", "print_json", is_flag=True, help="Print one JSON object, and never ask.")
    def run(
        file: Path,
        *,
        state: str,
        chamber: str | None,
        write: bool,
        allow_loss: bool,
        overwrite_corrections: bool,
        as_of: datetime | None,
        source: str,
        print_json: bool,
    ) -> None:
        """Compare the people in FILE, Open States' CSV of one state, with the database, and tell what would change.

        Nothing is written without --apply or your yes. Nobody is deleted: calls keep whom they reached.
        """
        request = ImportRequest(
            state=state,
            as_of=_day(as_of),
            source=(source or f"Open States, {file.name}")[:300],
            chambers=(Chamber(chamber),) if chamber else tuple(Chamber),
            overwrite_corrections=overwrite_corrections,
            fictional=given().settings.fictional_numbers,
        )
        with open_session() as session:
            conversation = Conversation(session, read_file(file), allow_loss=allow_loss, print_json=print_json)
            conversation.hold(as_dated(session, request, when_typed()), write=write)

    return run


class Conversation:
    """One run of the command: preview, questions where somebody sits before it, and the writing."""

    def __init__(self, session: Session, content: bytes, *, allow_loss: bool, print_json: bool) -> None:
        self._session = session
        self._content = content
        self._allow_loss = allow_loss
        self._print_json = print_json

    def hold(self, request: ImportRequest, *, write: bool) -> None:
        """Tell, ask, write."""
        with unit(self._session):
            take_force(self._session, given().clock())
        plan = self._plan(request)
        named, refused = self._named(plan), self._refused(plan)
        if not self._print_json:
            click.echo(in_words(plan, named))
        if self._allow_loss:
            click.echo(_sentences(f"Allowed: {reason}" for reason in refusals(plan)), err=True, nl=False)
        if not (refused or write or self._print_json) and sys.stdin.isatty():
            plan, write = self._ask(plan)
            refused = self._refused(plan)
        applied = write and not refused
        done = self._apply(plan) if applied else NOT_WRITTEN
        if self._print_json:
            click.echo(json.dumps({**as_json(plan, named), "refused": refused, "applied": applied}))
        if refused:
            raise click.ClickException(f"{_sentences(refused)}{ALLOW}")
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

    def _refused(self, plan: Plan) -> tuple[str, ...]:
        return () if self._allow_loss else refusals(plan)

    def _ask(self, plan: Plan) -> tuple[Plan, bool]:
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


def _sentences(reasons: Iterable[str]) -> str:
    return "".join(f"{reason}.\n" for reason in reasons)


def _day(as_of: datetime | None) -> date:
    today = given().clock().date()
    day = as_of.date() if as_of else today
    if day > today:
        raise click.BadParameter("that day is still to come: to prepare for it, use --in-force", param_hint="--as-of")
    return day

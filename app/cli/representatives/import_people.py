"""`flask representatives import`: shows what a file of people would change, and writes it when told to."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.cli.representatives.ahead import as_dated, dated, when_typed
from app.cli.representatives.answers import answering, answers_given
from app.cli.representatives.conversation import NOT_WRITTEN, Conversation
from app.extensions import given
from app.representatives.importing import ImportRequest, read_file
from models import Chamber

__all__ = ["FILE", "NOT_WRITTEN", "OpenSession", "import_people", "state_code"]

OpenSession = Callable[[], AbstractContextManager[Session]]
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
    @click.option("--rest-stays", is_flag=True, help="Everybody stays whose seat the file does not name.")
    @answering
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
        rest_stays: bool,
        overwrite_corrections: bool,
        as_of: datetime | None,
        source: str,
        print_json: bool,
    ) -> None:
        """Compare the people in FILE with the database, and tell what would change.

        FILE is Open States' CSV of one state, or one with the columns name, chamber, district, party, phone, e-mail and
        from. What looks odd is asked before anything is written. Nothing is written without --apply or your yes. Nobody
        is deleted: calls keep whom they reached.
        """
        request = ImportRequest(
            state=state,
            as_of=_day(as_of),
            source=(source or f"Open States, {file.name}")[:300],
            chambers=(Chamber(chamber),) if chamber else tuple(Chamber),
            overwrite_corrections=overwrite_corrections,
            fictional=given().settings.fictional_numbers,
            rest_stays=rest_stays,
            answers=answers_given(),
        )
        with open_session() as session:
            conversation = Conversation(session, read_file(file), print_json=print_json)
            conversation.hold(as_dated(session, request, when_typed()), write=write)

    return run


def _day(as_of: datetime | None) -> date:
    today = given().clock().date()
    day = as_of.date() if as_of else today
    if day > today:
        raise click.BadParameter("that day is still to come: to prepare for it, use --in-force", param_hint="--as-of")
    return day

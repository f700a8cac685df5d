"""`flask representatives prepared`, `undo` and `vacate`: what is to come, and a seat that nobody holds any more."""

from dataclasses import replace
from datetime import datetime

import click

from app.campaigns.people_named import named_by_campaigns
from app.cli.representatives.ahead import A_DAY, as_dated, dated, moment, when_typed
from app.cli.representatives.conversation import Conversation
from app.cli.representatives.import_people import CHAMBERS, OpenSession, state_code
from app.cli.representatives.preview import in_words
from app.clock import eastern_day
from app.extensions import given
from app.representatives.importing import (
    ImportRequest,
    NotPreparedError,
    differences,
    prepared_imports,
    undo,
)
from app.representatives.importing.people.columns import COLUMNS
from app.store.unit import unit
from models import Chamber

NOBODY = ",".join(COLUMNS).encode()  # a file in which nobody sits
STATE = click.option("--state", default="MA", show_default=True, callback=state_code, help="Whose legislature it is.")
NOT_PREPARED = "There is no such import: it is in force already, or was undone. See: flask representatives prepared"


def list_prepared(open_session: OpenSession) -> click.Command:
    """The command, reading with the sessions that `open_session` gives."""

    @click.command("prepared")
    @STATE
    def run(*, state: str) -> None:
        """Tell what is prepared, when it takes force, and what it will change then."""
        with open_session() as session:
            waiting = prepared_imports(session, state)
            for prepared in waiting:
                plan = differences(session, prepared)
                click.echo(f"{prepared.id}: in force from {moment(prepared)}, prepared by {prepared.prepared_by}.")
                click.echo(in_words(plan, named_by_campaigns(session, state, plan.left)))
            if not waiting:
                click.echo("Nothing is prepared. To do so: flask representatives import FILE --in-force DAY")

    return run


def undo_prepared(open_session: OpenSession) -> click.Command:
    """The command, writing with the sessions that `open_session` gives."""

    @click.command("undo")
    @click.argument("number", type=int)
    def run(number: int) -> None:
        """Take back the prepared import NUMBER: everybody stays where they are."""
        with open_session() as session, unit(session):
            try:
                undone = undo(session, number)
            except NotPreparedError as error:
                raise click.ClickException(NOT_PREPARED) from error
            click.echo(f"Undone: nothing changes on {moment(undone)}.")

    return run


def vacate(open_session: OpenSession) -> click.Command:
    """The command, reading and writing with the sessions that `open_session` gives."""

    @click.command("vacate")
    @click.argument("seat")
    @STATE
    @click.option("--chamber", type=CHAMBERS, help="Where both chambers have a seat of this name.")
    @click.option("--filled-on", type=A_DAY, help="The day of the special election, where it is known.")
    @click.option("--apply", "write", is_flag=True, help="Write the change.")
    @dated
    def run(seat: str, *, state: str, chamber: str | None, filled_on: datetime | None, write: bool) -> None:
        """Let nobody hold SEAT any more, such as "5th Hampden": at once, or from a day on."""
        request = ImportRequest(
            state=state,
            as_of=eastern_day(given().clock()),
            source="",
            chambers=(Chamber(chamber),) if chamber else tuple(Chamber),
            vacant_until=filled_on.date() if filled_on else None,
        )
        when = replace(when_typed(), seats=(seat,))
        with open_session() as session:
            conversation = Conversation(session, NOBODY, print_json=False)
            conversation.hold(as_dated(session, request, when), write=write)

    return run

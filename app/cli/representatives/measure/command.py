"""`flask representatives measure`: how many residents are sure, choose, are led wrong, or come to a dead end."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.campaigns.in_force import CampaignWords
from app.cli.representatives.measure.made import made_residents
from app.cli.representatives.measure.report import as_lines, measured
from app.cli.representatives.measure.residents import NotResidentsError, Resident, read_residents
from app.cli.representatives.measure.walk import walk
from app.geocoding.located import NoGeocoder
from app.representatives.roster.loading import directory
from app.representatives.roster.seats import Directory
from models import WhomToCall

# Says nothing, and calls everybody's own representative.
CALLS_THEIR_OWN = CampaignWords(
    id=0,
    version=0,
    slug="",
    whom_to_call=WhomToCall.REPRESENTATIVE,
    listed=(),
    with_us=frozenset(),
    held_back=frozenset(),
    group="",
    subject="",
    headline="",
    pitch="",
    script="",
    voicemail_script="",
    thanks_script="",
    talking_points=(),
    fact_sheet_url="",
    actions=(),
    phone_number="",
)


def measure(open_session: Callable[[], AbstractContextManager[Session]]) -> click.Command:
    """The command; `open_session` gives a session on a database that is ready."""

    @click.command("measure")
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
    @click.option("--made", type=click.IntRange(min=1), help="So many residents, made from the tables.")
    @click.option("--json", "print_json", is_flag=True, help="Print one JSON object.")
    def measure(file: Path | None, made: int | None, *, print_json: bool) -> None:
        """Walk the residents of a CSV FILE through the questions of the page.

        The columns are town, typed, street, number, zip and district; any of them but district may be missing.
        """
        with open_session() as session:
            seats = directory(session)
            try:
                result = measured(walk(one, lambda said: _ask(seats, said)) for one in _residents(file, made))
            except NotResidentsError as error:
                raise click.ClickException(str(error)) from error
        click.echo(result.model_dump_json() if print_json else as_lines(result))

    return measure


def _residents(file: Path | None, made: int | None) -> Iterable[Resident]:
    if (file is None) == (made is None):
        raise click.UsageError("Give a FILE, or --made and how many.")
    return read_residents(file) if file else made_residents(made or 0)


def _ask(seats: Directory, said: Said) -> Found:
    return whom(seats, CALLS_THEIR_OWN, said, NoGeocoder().locate)

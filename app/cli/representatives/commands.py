"""The commands of `flask representatives`: find who represents a place, measure how well, import who sits, build."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.cli.representatives.import_districts import import_districts
from app.cli.representatives.import_people import OpenSession, import_people
from app.cli.representatives.measure.command import measure
from app.cli.representatives.output import as_table
from app.cli.representatives.prepared import list_prepared, undo_prepared, vacate
from app.representatives import build as tables_build
from app.representatives.candidates import candidates
from app.representatives.for_programs import answer
from app.representatives.resolver import resolve
from app.representatives.roster.loading import directory
from app.representatives.roster.seats import Directory, RosterNotSeededError
from models import Chamber

TABLES = Path(tables_build.__file__).parent.parent / "tables" / "ma"


def group(open_session: OpenSession) -> click.Group:
    """The group of them; `open_session` gives a session on a database that is ready."""
    commands = [
        _find(open_session),
        measure(open_session),
        import_people(open_session),
        list_prepared(open_session),
        undo_prepared(open_session),
        vacate(open_session),
        import_districts(open_session),
        _build(),
    ]
    sentence = "Find who represents a place, measure how well that goes, import who sits, build the tables anew."
    return click.Group("representatives", commands=commands, help=sentence)


def _find(open_session: OpenSession) -> click.Command:
    @click.command("find")
    @click.argument("text")
    @click.option("--zip", "zip_code", help="The ZIP code, to narrow a split town.")
    @click.option(
        "--chamber",
        type=click.Choice([chamber.value for chamber in Chamber]),
        default=Chamber.HOUSE.value,
        show_default=True,
    )
    @click.option("--json", "print_json", is_flag=True, help="Print one JSON object.")
    def find(text: str, zip_code: str | None, chamber: str, *, print_json: bool) -> None:
        """Tell who represents TEXT: a town, village, ZIP code, or ward and precinct.

        With "-" as TEXT, read one query a line from standard input and print one JSON object a line.
        """
        from_input = text == "-"
        with open_session() as session:
            seats = _seats(session)
            for query in _lines() if from_input else [text]:
                resolution = resolve(query, zip_code=zip_code, chamber=Chamber(chamber))
                if from_input or print_json:
                    click.echo(answer(resolution, seats).model_dump_json(ensure_ascii=True))
                else:
                    click.echo(as_table(resolution, candidates(resolution, seats)))

    return find


def _seats(session: Session) -> Directory:
    try:
        return directory(session)
    except RosterNotSeededError as error:
        raise click.ClickException(str(error)) from error


def _lines() -> Iterator[str]:
    """The lines of standard input; bytes that are no text become question marks and so are not found."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _build() -> click.Command:
    @click.command("build")
    @click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
    @click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=TABLES, help="Where to.")
    def build(folder: Path, into: Path) -> None:
        """Compile the tables of facts anew from the public sources in FOLDER."""
        try:
            tables_build.build(folder, into)
        except (tables_build.SourcesDoNotAgreeError, FileNotFoundError) as error:
            raise click.ClickException(str(error)) from error
        click.echo("The tables are built. Review the difference, then seed the roster again.")

    return build

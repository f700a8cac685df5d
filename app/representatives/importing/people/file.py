"""Understands a file of people: who sits in which of our districts, and how they are reached."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from app.guard.phone_numbers import PhoneNumberError
from app.representatives.facts.emails import EmailError, read_email
from app.representatives.facts.line_kinds import kind_of
from app.representatives.facts.records import DistrictFacts, LineFacts, Person
from app.representatives.importing.csv_rows import FileRow
from app.representatives.importing.districts.names import CHAMBERS, DistrictNames
from app.representatives.importing.numbers import Skipped, read_number, why_not
from app.representatives.importing.people.checks import problems_of, told_twice_differently
from app.representatives.importing.people.columns import EMAIL, FROM, LINES, LONGEST_URL
from app.representatives.importing.people.plain import read_day
from app.representatives.importing.people.rows import PeopleRows
from app.representatives.importing.plan import ImportRequest
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.who.entry import Entry
from models import LineKind

SHOWN = 40  # characters of what is left out
Told = dict[LineFacts, LineKind]  # each line, and where its column says that it rings


def understand(file: PeopleRows, districts: Mapping[str, DistrictFacts], request: ImportRequest) -> tuple[Entry, ...]:
    """The people of the chambers that are asked for. Rows that are there twice count once.

    Raises:
        FileProblemsError: with everything that is wrong.
    """
    names = DistrictNames(districts.values())
    problems = problems_of(file, names, request)
    if problems:
        raise FileProblemsError(problems)
    wanted = (row for row in file.rows if CHAMBERS[row["current_chamber"]] in request.chambers)
    entries = tuple(dict.fromkeys(_entry(row, names, request) for row in wanted))
    _refuse_shared_ids(entries)
    return entries


def _refuse_shared_ids(entries: tuple[Entry, ...]) -> None:
    named = defaultdict[str, dict[str, str]](dict)
    for entry in entries:
        if entry.person.openstates_id:
            named[entry.person.openstates_id][entry.person.geoid] = entry.person.name
    problems = list(told_twice_differently({id_: set(names.values()) for id_, names in named.items()}))
    if problems:
        raise FileProblemsError(problems)


def _entry(row: FileRow, names: DistrictNames, request: ImportRequest) -> Entry:
    district = names.find(CHAMBERS[row["current_chamber"]], row["current_district"])
    assert district, "the row was checked"  # nosec B101 # for the type checker
    told, skipped = _lines(row, request)
    email, no_email = _email(row)
    person = Person(
        openstates_id=row["id"],
        geoid=district.geoid,
        name=row["name"],
        party=row["current_party"],
        email=email,
        url=_first_link(row["links"]),
        valid_from=read_day(row.cells.get(FROM, "")) or request.as_of,
        lines=tuple(told),
    )
    elsewhere = tuple(line for line, kind in told.items() if line.kind is not kind and "id" in row.called)
    return Entry(person, (*skipped, *no_email), elsewhere, row.line)


def _lines(row: FileRow, request: ImportRequest) -> tuple[Told, tuple[Skipped, ...]]:
    """The lines that can be rung, each number once, and those that cannot."""
    found: Told = {}
    skipped = []
    for column, kind in LINES.items():
        try:
            line = read_number(row[column], kind, fictional=request.fictional) if row[column] else None
        except PhoneNumberError as error:
            skipped.append(_skipped(row, column, why_not(error.problem)))
        else:
            if line and all((line.e164, line.extension) != (it.e164, it.extension) for it in found):
                found[replace(line, kind=kind_of(line.e164, request.state, kind))] = kind
    return found, tuple(skipped)


def _email(row: FileRow) -> tuple[str, tuple[Skipped, ...]]:
    """The address, empty where there is none or none that can be written to."""
    try:
        return (read_email(row[EMAIL]) if row[EMAIL] else ""), ()
    except EmailError:
        return "", (_skipped(row, EMAIL, "is not one e-mail address"),)


def _skipped(row: FileRow, column: str, why: str) -> Skipped:
    return Skipped(row.line, row["name"], row.name_of(column), row[column][:SHOWN], why)


def _first_link(cell: str) -> str:
    links = (link.strip() for link in cell.split(";"))
    return next((link for link in links if link.startswith(("https://", "http://")) and len(link) <= LONGEST_URL), "")

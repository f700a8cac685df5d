"""Understands Open States' people file: who sits in which of our districts, and how they are reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.guard.phone_numbers import PhoneNumberError
from app.representatives.facts.emails import EmailError, read_email
from app.representatives.facts.records import DistrictFacts, LineFacts, Person
from app.representatives.importing.csv_rows import FileRow
from app.representatives.importing.districts.names import CHAMBERS, DistrictNames
from app.representatives.importing.numbers import Skipped, read_number, why_not
from app.representatives.importing.people.checks import row_problems, told_twice
from app.representatives.importing.people.columns import EMAIL, LINES, LONGEST_URL
from app.representatives.importing.plan import ImportRequest
from app.representatives.importing.problems import FileProblemsError

SHOWN = 40  # characters of what is left out


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the file, and what of theirs had to be left out."""

    person: Person
    skipped: tuple[Skipped, ...]


def understand(
    rows: Iterable[FileRow], districts: Mapping[str, DistrictFacts], request: ImportRequest
) -> tuple[Entry, ...]:
    """The people of the chambers that are asked for, by GEOID. Rows that are there twice count once.

    Raises:
        FileProblemsError: with everything that is wrong.
    """
    names = DistrictNames(districts.values())
    problems: list[str] = []
    entries: set[Entry] = set()
    for row in rows:
        wrong = row_problems(row, names, request.chambers)
        problems += wrong
        if not wrong and CHAMBERS[row["current_chamber"]] in request.chambers:
            entries.add(_entry(row, names, request))
    in_order = tuple(sorted(entries, key=lambda entry: (entry.person.geoid, entry.person.openstates_id)))
    problems = problems or told_twice([entry.person for entry in in_order], districts)
    if problems:
        raise FileProblemsError(problems)
    return in_order


def _entry(row: FileRow, names: DistrictNames, request: ImportRequest) -> Entry:
    district = names.find(CHAMBERS[row["current_chamber"]], row["current_district"])
    assert district, "the row was checked"  # nosec B101 # for the type checker
    lines, skipped = _lines(row, fictional=request.fictional)
    email, no_email = _email(row)
    person = Person(
        openstates_id=row["id"],
        geoid=district.geoid,
        name=row["name"],
        party=row["current_party"],
        email=email,
        url=_first_link(row["links"]),
        valid_from=request.as_of,
        lines=lines,
    )
    return Entry(person, (*skipped, *no_email))


def _lines(row: FileRow, *, fictional: bool) -> tuple[tuple[LineFacts, ...], tuple[Skipped, ...]]:
    """The lines that can be rung, each number once, and those that cannot."""
    lines: dict[tuple[str, str], LineFacts] = {}
    skipped = []
    for column, kind in LINES.items():
        try:
            line = read_number(row[column], kind, fictional=fictional) if row[column] else None
        except PhoneNumberError as error:
            skipped.append(_skipped(row, column, why_not(error.problem)))
        else:
            if line:
                lines.setdefault((line.e164, line.extension), line)
    return tuple(lines.values()), tuple(skipped)


def _email(row: FileRow) -> tuple[str, tuple[Skipped, ...]]:
    """The address, empty where there is none or none that can be written to."""
    try:
        return (read_email(row[EMAIL]) if row[EMAIL] else ""), ()
    except EmailError:
        return "", (_skipped(row, EMAIL, "is not one e-mail address"),)


def _skipped(row: FileRow, column: str, why: str) -> Skipped:
    return Skipped(row.line, row["name"], column, row[column][:SHOWN], why)


def _first_link(cell: str) -> str:
    links = (link.strip() for link in cell.split(";"))
    return next((link for link in links if link.startswith(("https://", "http://")) and len(link) <= LONGEST_URL), "")

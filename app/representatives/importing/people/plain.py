"""Reads a file that somebody typed, with a name, chamber, district, party, phone, e-mail and first day in each row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from app.representatives.importing.csv_rows import FileRow, Table
from app.representatives.importing.people.columns import COLUMNS, FROM

# Our name of each column, and how people call it; those that may be missing stand apart.
NAMES: Mapping[str, Sequence[str]] = {
    "name": ("name", "full name", "member", "representative", "legislator"),
    "current_chamber": ("chamber",),
    "current_district": ("district",),
    "current_party": ("party",),
    "capitol_voice": ("phone", "telephone", "phone number", "number"),
    "email": ("e-mail", "email", "e-mail address", "email address", "mail"),
}
MAY_BE_MISSING: Mapping[str, Sequence[str]] = {FROM: ("from", "since", "first day")}
TELLING = {"name", "current_chamber", "current_district"}
CHAMBER_WORDS = {
    "house": "lower",
    "house of representatives": "lower",
    "representative": "lower",
    "senate": "upper",
    "senator": "upper",
}
PARTY_WORDS = {"d": "Democratic", "dem": "Democratic", "democrat": "Democratic", "r": "Republican", "rep": "Republican"}
SEVERAL = re.compile(r"\s*[;/]\s*")
DAYS = ("%Y-%m-%d", "%m/%d/%Y")


def is_plain(table: Table) -> bool:
    """Whether the columns are those that people type, and not Open States'."""
    return "current_chamber" not in table.header and set(_called(table, NAMES)) >= TELLING


def plain_rows(table: Table) -> list[FileRow]:
    """The rows as if Open States had written them, but for the ids, which nobody types.

    Raises:
        FileProblemsError: a column is missing, or a row is none.
    """
    asked = {ours: names[0] for ours, names in NAMES.items()} | _called(table, {**NAMES, **MAY_BE_MISSING})
    return [_as_open_states(row) for row in table.rows(asked)]


def read_day(written: str) -> date | None:
    """The day; None where it is none."""
    for way in DAYS:
        try:
            return datetime.strptime(written, way).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _called(table: Table, names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    folded = {cell.casefold(): cell for cell in reversed(table.header)}
    found = {ours: next((folded[it] for it in several if it in folded), "") for ours, several in names.items()}
    return {ours: theirs for ours, theirs in found.items() if theirs}


def _as_open_states(row: FileRow) -> FileRow:
    first, _, second = SEVERAL.sub("\n", row["capitol_voice"]).partition("\n")
    chamber, party = row["current_chamber"], row["current_party"]
    ours = {
        "capitol_voice": first,
        "district_voice": second.replace("\n", "; "),
        "current_chamber": CHAMBER_WORDS.get(chamber.casefold(), chamber),
        "current_party": PARTY_WORDS.get(party.casefold().rstrip("."), party),
    }
    called = {**row.called, "district_voice": row.called["capitol_voice"]}
    return replace(row, cells={**dict.fromkeys((*COLUMNS, FROM), ""), **row.cells, **ours}, called=called)

"""What can be wrong with the people in a file: each problem a sentence that says where."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.representatives.importing.csv_rows import FileRow
from app.representatives.importing.districts.names import CHAMBERS, DistrictNames
from app.representatives.importing.people.columns import FROM, LONGEST, NAMED, NEEDED, NEEDED_OF_TYPED
from app.representatives.importing.people.plain import read_day
from app.representatives.importing.people.rows import PeopleRows
from app.representatives.importing.plan import ImportRequest
from models import Chamber

SHOWN = 60
PERSON_ID = re.compile(r"ocd-person/[\w-]+", re.ASCII)
MOST_ROWS = 2000  # the largest legislature has 424 members
MOST_ELSEWHERE = 0.5  # of the rows: then it is no file of this state


def problems_of(file: PeopleRows, names: DistrictNames, request: ImportRequest) -> list[str]:
    """Everything that is wrong with its rows; of a file of another state, or of far more than people, that alone."""
    if len(file.rows) > MOST_ROWS:
        return [f"The file has {len(file.rows)} rows, and no legislature as many members. Take the file of one state."]
    rows = [row for row in file.rows if CHAMBERS.get(row["current_chamber"]) in request.chambers]
    elsewhere = [row for row in rows if not names.find(CHAMBERS[row["current_chamber"]], row["current_district"])]
    if len(elsewhere) > MOST_ELSEWHERE * len(rows):
        return [_exchanged(elsewhere, names) or _of_elsewhere(elsewhere, len(rows), request.state)]
    found = [problem for row in file.rows for problem in _row_problems(row, file, names, request)]
    return found or (
        [] if request.only or request.rest_stays else list(_missing_chambers(file.rows, names, request.chambers))
    )


def told_twice_differently(named: Mapping[str, Collection[str]]) -> Iterator[str]:
    """One person under several names: their id was copied."""
    for id_, several in named.items():
        if len(several) > 1:
            yield f"{' and '.join(sorted(several))} have the same id ({id_})."


def _row_problems(row: FileRow, file: PeopleRows, names: DistrictNames, request: ImportRequest) -> list[str]:
    needed = NEEDED_OF_TYPED if file.is_plain else NEEDED
    found = [row.problem(f"there is no {row.name_of(column)}") for column in needed if not row[column]]
    found += [*row.formulas(NAMED), *row.garbled(NAMED)]
    too_long = [name for name, limit in LONGEST.items() if len(row[name]) > limit]
    found += [row.problem(f"the {row.name_of(name)} is too long") for name in too_long]
    if row["id"] and not PERSON_ID.fullmatch(row["id"]):
        found.append(row.problem(f"“{row['id'][:SHOWN]}” is not an id of Open States (ocd-person/…)"))
    return found or _place_problems(row, names, request.chambers) or _day_problems(row, request.as_of)


def _place_problems(row: FileRow, names: DistrictNames, chambers: Collection[Chamber]) -> list[str]:
    chamber, name = CHAMBERS.get(row["current_chamber"]), row["current_district"]
    if chamber is None:
        written = row.written["current_chamber"][:SHOWN]
        words = "House or Senate" if row.called.get("current_chamber") != "current_chamber" else "lower or upper"
        return [row.problem(f"“{written}” is no chamber: it must be {words}")]
    if chamber not in chambers or names.find(chamber, name):
        return []
    near = names.near(chamber, name)
    hint = f"; near it are {', '.join(near)}" if near else ""
    return [row.problem(f"there is no {chamber.title()} district “{name[:SHOWN]}”{hint}")]


def _day_problems(row: FileRow, as_of: date) -> list[str]:
    written = row.cells.get(FROM, "")
    day = read_day(written) if written else as_of
    if day is None:
        return [row.problem(f"“{written[:SHOWN]}” is no day: write it like 2027-01-06")]
    return [row.problem(f"{row['name']} begins on {day}, after the day of this import")] if day > as_of else []


def _of_elsewhere(rows: Collection[FileRow], of: int, state: str) -> str:
    first = next(iter(rows))
    return (
        f"This is no file of {state}, or of another year: {len(rows)} of its {of} rows name a district that {state} "
        f"does not have, such as “{first['current_district'][:SHOWN]}” in line {first.line}. Get the file of {state}."
    )


def _exchanged(rows: Collection[FileRow], names: DistrictNames) -> str:
    """Whether the other chamber has districts of these names; empty if it has not."""
    others = {Chamber.HOUSE: Chamber.SENATE, Chamber.SENATE: Chamber.HOUSE}
    there = [row for row in rows if names.find(others[CHAMBERS[row["current_chamber"]]], row["current_district"])]
    if len(there) <= MOST_ELSEWHERE * len(rows):
        return ""
    first = there[0]
    return (
        f"The chambers are wrong: {len(there)} rows name a district of the other one, such as "
        f"“{first['current_district'][:SHOWN]}” in line {first.line}, which is not of the "
        f"{CHAMBERS[first['current_chamber']].title()}. Take the file of that chamber, or mend the column "
        f"“{first.name_of('current_chamber')}”."
    )


def _missing_chambers(rows: Sequence[FileRow], names: DistrictNames, chambers: Iterable[Chamber]) -> Iterator[str]:
    there = Counter(CHAMBERS.get(row["current_chamber"]) for row in rows)
    if not rows:
        yield "The file names nobody: there is no row under its columns. Get it once more."
        return
    for chamber in chambers:
        if names.has(chamber) and not there[chamber]:
            others = " and ".join(f"{count} of the {it.title()}" for it, count in there.items() if it)
            yield (
                f"The file lists nobody of the {chamber.title()}, and {others}: it is half a file, or of one chamber. "
                "Get one with both, or import one chamber alone."
            )

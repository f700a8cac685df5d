"""What can be wrong with the people in a file: each problem a sentence that says where."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from app.representatives.facts.records import DistrictFacts, Person
from app.representatives.importing.csv_rows import FileRow
from app.representatives.importing.districts.names import CHAMBERS, DistrictNames
from app.representatives.importing.people.columns import LONGEST, NAMED
from models import Chamber

SHOWN = 60
PERSON_ID = re.compile(r"ocd-person/[\w-]+", re.ASCII)


def row_problems(row: FileRow, names: DistrictNames, chambers: Collection[Chamber]) -> list[str]:
    """What is wrong with one row; the district only counts in the chambers that are asked for."""
    found = [row.problem(f"there is no {column}") for column in ("id", *NAMED, "current_chamber") if not row[column]]
    found += row.formulas(NAMED)
    found += [row.problem(f"the {name} is too long") for name, limit in LONGEST.items() if len(row[name]) > limit]
    if row["id"] and not PERSON_ID.fullmatch(row["id"]):
        found.append(row.problem(f"“{row['id'][:SHOWN]}” is not an id of Open States (ocd-person/…)"))
    return found or _place_problems(row, names, chambers)


def _place_problems(row: FileRow, names: DistrictNames, chambers: Collection[Chamber]) -> list[str]:
    chamber, name = CHAMBERS.get(row["current_chamber"]), row["current_district"]
    if chamber is None:
        return [row.problem(f"“{row['current_chamber'][:SHOWN]}” is no chamber: it must be lower or upper")]
    if chamber not in chambers or names.find(chamber, name):
        return []
    near = names.near(chamber, name)
    hint = f"; near it are {', '.join(near)}" if near else ""
    return [row.problem(f"there is no {chamber.title()} district “{name[:SHOWN]}”{hint}")]


def told_twice(people: Iterable[Person], districts: Mapping[str, DistrictFacts]) -> list[str]:
    """Two people in one seat, or one person in two seats or with two different rows."""
    in_seat: defaultdict[str, list[Person]] = defaultdict(list)
    with_id: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        in_seat[person.geoid].append(person)
        with_id[person.openstates_id].append(person)
    return [
        *(_two_in_one_seat(districts[geoid], several) for geoid, several in in_seat.items() if _ids(several) > 1),
        *(f"{several[0].name} ({id_}) is there twice, and differs." for id_, several in with_id.items() if several[1:]),
    ]


def _ids(people: list[Person]) -> int:
    return len({person.openstates_id for person in people})


def _two_in_one_seat(district: DistrictFacts, people: list[Person]) -> str:
    names = " and ".join(sorted({person.name for person in people}))
    return f"{len(people)} people sit for {district.name} ({district.chamber.title()}): {names}. A seat has one."

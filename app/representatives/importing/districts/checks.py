"""What can be wrong with the districts in a file, or clash with those in the database."""

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.facts.records import DistrictFacts
from app.representatives.importing.csv_rows import FileRow
from app.representatives.importing.districts.names import CHAMBERS
from models import Chamber, District

COLUMNS = ("geoid", "chamber", "name", "ocd_id")
GEOID = re.compile(r"\d{2}[0-9A-Z]{3}", re.ASCII)
CHAMBER_WORDS: Mapping[str, Chamber] = {**CHAMBERS, **{chamber.value: chamber for chamber in Chamber}}
LONGEST = {"name": 120, "ocd_id": 200}


def district_problems(row: FileRow, state: str) -> list[str]:
    """What is wrong with one row."""
    found = [row.problem(f"there is no {column}") for column in COLUMNS if not row[column]] + row.formulas(COLUMNS)
    found += [row.problem(f"the {name} is too long") for name, limit in LONGEST.items() if len(row[name]) > limit]
    if found:
        return found
    if not GEOID.fullmatch(row["geoid"]):
        found.append(row.problem(f"“{row['geoid'][:20]}” is no GEOID of the Census Bureau, such as 25130"))
    if row["chamber"] not in CHAMBER_WORDS:
        found.append(row.problem(f"“{row['chamber'][:20]}” is no chamber: it must be house or senate"))
    if f"/state:{state.lower()}/" not in row["ocd_id"]:
        found.append(row.problem(f"“{row['ocd_id'][:60]}” is not in {state}"))
    return found


def districts_told_twice(facts: Iterable[DistrictFacts]) -> list[str]:
    """A district told twice and differently, or two districts of one name."""
    seen: dict[object, DistrictFacts] = {}
    return [
        f"{it.name} ({it.geoid}) and {seen[key].name} ({seen[key].geoid}) cannot both be."
        for it in facts
        for key in (it.geoid, (it.chamber, it.name), it.ocd_id)
        if seen.setdefault(key, it) is not it
    ]


def taken(session: Session, facts: Iterable[DistrictFacts], state: str) -> list[str]:
    """Districts that the database knows otherwise: of another state or chamber, or under another GEOID."""
    known = list(session.scalars(select(District)))
    by_geoid = {row.geoid: (row.state, row.chamber) for row in known}
    by_name = {(row.state, row.chamber, row.name): row.geoid for row in known}
    by_ocd_id = {row.ocd_id: row.geoid for row in known}
    return [
        f"{it.name} ({it.geoid}) is in the database as another district."
        for it in facts
        if by_geoid.get(it.geoid, (state, it.chamber)) != (state, it.chamber)
        or by_name.get((state, it.chamber, it.name), it.geoid) != it.geoid
        or by_ocd_id.get(it.ocd_id, it.geoid) != it.geoid
    ]

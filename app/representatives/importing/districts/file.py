"""Brings a state's districts into the database: another state is more rows, keyed by Census GEOID."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.representatives.facts.records import DistrictFacts
from app.representatives.importing.csv_rows import FileRow, read_rows
from app.representatives.importing.districts.checks import (
    CHAMBER_WORDS,
    COLUMNS,
    district_problems,
    districts_told_twice,
    taken,
)
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.snapshot import read_districts
from models import Chamber, District


@dataclass(frozen=True, slots=True)
class DistrictPlan:
    """What a file of districts would change. Districts that it does not name stay as they are."""

    state: str
    added: tuple[DistrictFacts, ...]
    changed: tuple[DistrictFacts, ...]
    unchanged: int
    unnamed: int


def plan_districts(session: Session, content: bytes, state: str) -> DistrictPlan:
    """What importing this file would change; writes nothing.

    Raises:
        FileProblemsError: the file cannot be imported.
    """
    rows = read_rows(content, COLUMNS)
    problems = [problem for row in rows for problem in district_problems(row, state)]
    facts = [] if problems else sorted({_facts(row) for row in rows}, key=lambda it: it.geoid)
    problems = problems or districts_told_twice(facts) or taken(session, facts, state)
    if problems:
        raise FileProblemsError(problems)
    known = read_districts(session, state, tuple(Chamber))
    changed = tuple(it for it in facts if it.geoid in known and _described(known[it.geoid]) != _described(it))
    added = tuple(it for it in facts if it.geoid not in known)
    unchanged = len(facts) - len(added) - len(changed)
    return DistrictPlan(state, added, changed, unchanged, len(known.keys() - {it.geoid for it in facts}))


def apply_districts(session: Session, plan: DistrictPlan) -> None:
    """Carry out the plan in the caller's transaction. No district is ever removed."""
    for facts in plan.changed:
        district = session.get_one(District, facts.geoid)
        district.name, district.ocd_id = facts.name, facts.ocd_id
    for facts in plan.added:
        chamber, name, ocd_id = _described(facts)
        session.add(District(geoid=facts.geoid, state=plan.state, chamber=chamber, name=name, ocd_id=ocd_id))
    session.flush()


def district_id(geoid: str, chamber: Chamber) -> str:
    """A GEOID that is one of its kind: where both chambers are numbered from 001, the Senate's ends in U (upper)."""
    return f"{geoid}U" if chamber is Chamber.SENATE and geoid.isdigit() else geoid


def _facts(row: FileRow) -> DistrictFacts:
    chamber = CHAMBER_WORDS[row["chamber"]]
    return DistrictFacts(district_id(row["geoid"], chamber), chamber, row["name"], row["ocd_id"], None)


def _described(facts: DistrictFacts) -> tuple[Chamber, str, str]:
    return facts.chamber, facts.name, facts.ocd_id

"""The roster as it is before an import: who sits where, on which lines, and which of those were set by hand."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.facts.records import DistrictFacts, LineFacts, Person
from app.representatives.roster.corrections import SeatedPerson, current_corrections, seated, to_lines
from app.representatives.roster.holders import lines_of, sitting_holders
from models import Chamber, District, FormerLine, OfficeHolder, Roster

Number = tuple[str, str]  # E.164 and extension


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Some chambers of one state: districts by GEOID, people and corrected lines by seat and person.

    `as_of` is the day of these facts, None before a state's first import. `left` sat there once, and do not now;
    `former` are the numbers that people had before, until an import changed them; `imported` are
    those that a correction stands in place of.
    """

    as_of: date | None
    districts: Mapping[str, DistrictFacts]
    sitting: Mapping[SeatedPerson, Person]
    by_hand: Mapping[SeatedPerson, tuple[LineFacts, ...]]
    imported: Mapping[SeatedPerson, tuple[LineFacts, ...]]
    left: Collection[SeatedPerson]
    former: Mapping[SeatedPerson, Collection[Number]]


def take_snapshot(session: Session, state: str, chambers: Collection[Chamber]) -> Snapshot:
    """Read it from the database."""
    people = map(_person, sitting_holders(session, state, chambers))
    corrections = current_corrections(session, state)
    return Snapshot(
        as_of=session.scalar(select(Roster.as_of).where(Roster.state == state)),
        districts=read_districts(session, state, chambers),
        sitting={seated(person): person for person in people},
        by_hand={who: to_lines(correction.lines) for who, correction in corrections.items()},
        imported={who: to_lines(correction.imported) for who, correction in corrections.items()},
        left=_left(session, state),
        former=former_lines(session, state),
    )


def former_lines(session: Session, state: str) -> dict[SeatedPerson, set[Number]]:
    """The numbers that each person had in their seat before."""
    of_state = select(FormerLine).join(District, District.geoid == FormerLine.district_geoid)
    found = defaultdict[SeatedPerson, set[Number]](set)
    for row in session.scalars(of_state.where(District.state == state)):
        found[row.district_geoid, row.openstates_id].add((row.e164, row.extension))
    return dict(found)


def _left(session: Session, state: str) -> set[SeatedPerson]:
    left = select(OfficeHolder.district_geoid, OfficeHolder.openstates_id).join(OfficeHolder.district)
    rows = session.execute(left.where(District.state == state, OfficeHolder.valid_to.is_not(None)))
    return {(geoid, openstates_id) for geoid, openstates_id in rows}


def read_districts(session: Session, state: str, chambers: Collection[Chamber]) -> dict[str, DistrictFacts]:
    """The districts of these chambers, by GEOID and in its order."""
    wanted = select(District).where(District.state == state, District.chamber.in_(chambers)).order_by(District.geoid)
    return {
        row.geoid: DistrictFacts(row.geoid, row.chamber, row.name, row.ocd_id, row.vacant_until)
        for row in session.scalars(wanted)
        if row.chamber and row.ocd_id
    }


def _person(holder: OfficeHolder) -> Person:
    return Person(
        openstates_id=holder.openstates_id,
        geoid=holder.district_geoid,
        name=holder.name,
        party=holder.party,
        email=holder.email,
        url=holder.url,
        valid_from=holder.valid_from,
        lines=lines_of(holder),
    )

"""Brings the office holders in the database, and the lines that reach them, into line with our tables."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.representatives.records import LineFacts, Person
from app.representatives.tables import Tables
from models import District, HolderLine, OfficeHolder, OfficeLine

Lines = dict[tuple[str, str], OfficeLine]


def seed_holders(session: Session, facts: Tables) -> None:
    """Add and correct the sitting office holders and their lines; give the others their last day."""
    sitting = {(row.district_geoid, row.openstates_id): row for row in _sitting(session, facts.state)}
    lines = {(row.e164, row.extension): row for row in session.scalars(select(OfficeLine))}
    for person in facts.people:
        holder = sitting.pop((person.geoid, person.openstates_id), None) or _newly_elected(session, person)
        holder.name = person.name
        holder.party = person.party
        holder.url = person.url
        holder.valid_from = person.valid_from
        _connect(session, holder, person, lines)
    for gone in sitting.values():
        gone.valid_to = max(gone.valid_from, facts.as_of)


def _sitting(session: Session, state: str) -> list[OfficeHolder]:
    holders = (
        select(OfficeHolder)
        .join(OfficeHolder.district)
        .where(District.state == state, OfficeHolder.valid_to.is_(None))
        .options(selectinload(OfficeHolder.lines).joinedload(HolderLine.line))
    )
    return list(session.scalars(holders))


def _newly_elected(session: Session, person: Person) -> OfficeHolder:
    holder = OfficeHolder(district_geoid=person.geoid, openstates_id=person.openstates_id, lines=[])
    session.add(holder)
    return holder


def _connect(session: Session, holder: OfficeHolder, person: Person, lines: Lines) -> None:
    """Make the holder's lines those of the tables, best first; a shared number stays one office line."""
    wanted = {(fact.e164, fact.extension): (rank, fact) for rank, fact in reversed(list(enumerate(person.lines)))}
    for held in list(holder.lines):
        if (held.line.e164, held.line.extension) in wanted:
            held.rank, fact = wanted.pop((held.line.e164, held.line.extension))
            held.kind = fact.kind
        else:
            session.delete(held)
    for rank, fact in wanted.values():
        session.add(HolderLine(holder=holder, line=_line(session, fact, lines), kind=fact.kind, rank=rank))


def _line(session: Session, fact: LineFacts, lines: Lines) -> OfficeLine:
    number = (fact.e164, fact.extension)
    if number not in lines:
        lines[number] = OfficeLine(e164=fact.e164, extension=fact.extension)
        session.add(lines[number])
    return lines[number]

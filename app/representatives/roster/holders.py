"""Brings the office holders in the database, and the lines that reach them, into line with what a source says."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.representatives.facts.records import LineFacts, Person
from models import Chamber, District, HolderLine, OfficeHolder, OfficeLine

Lines = dict[tuple[str, str], OfficeLine]


def seat_holders(session: Session, holders: Iterable[OfficeHolder], people: Iterable[Person], *, day: date) -> None:
    """Let these people sit where these holders do now, on their lines; `day` becomes the last day of all others."""
    sitting = {(row.district_geoid, row.openstates_id): row for row in holders}
    lines = known_lines(session)
    for person in people:
        holder = sitting.pop((person.geoid, person.openstates_id), None) or _newly_elected(session, person)
        holder.name = person.name
        holder.party = person.party
        holder.email = person.email
        holder.url = person.url
        holder.valid_from = person.valid_from
        connect(session, holder, person.lines, lines)
    for gone in sitting.values():
        gone.valid_to = max(gone.valid_from, day)


def sitting_holders(session: Session, state: str, chambers: Collection[Chamber] = tuple(Chamber)) -> list[OfficeHolder]:
    """Who sits now in these chambers, each with their lines."""
    holders = (
        select(OfficeHolder)
        .join(OfficeHolder.district)
        .where(District.state == state, District.chamber.in_(chambers), OfficeHolder.valid_to.is_(None))
        .options(selectinload(OfficeHolder.lines).joinedload(HolderLine.line))
    )
    return list(session.scalars(holders))


def lines_of(holder: OfficeHolder) -> tuple[LineFacts, ...]:
    """The lines that reach an office holder, best first."""
    return tuple(LineFacts(held.line.e164, held.line.extension, held.kind) for held in holder.lines)


def known_lines(session: Session) -> Lines:
    """Every office line by number and extension."""
    return {(row.e164, row.extension): row for row in session.scalars(select(OfficeLine))}


def connect(session: Session, holder: OfficeHolder, facts: tuple[LineFacts, ...], lines: Lines) -> None:
    """Make these the holder's lines, best first; a shared number stays one office line."""
    wanted = {(fact.e164, fact.extension): (rank, fact) for rank, fact in reversed(list(enumerate(facts)))}
    for held in list(holder.lines):
        if (held.line.e164, held.line.extension) in wanted:
            held.rank, fact = wanted.pop((held.line.e164, held.line.extension))
            held.kind = fact.kind
        else:
            session.delete(held)
    for rank, fact in wanted.values():
        session.add(HolderLine(holder=holder, line=_line(session, fact, lines), kind=fact.kind, rank=rank))


def _newly_elected(session: Session, person: Person) -> OfficeHolder:
    holder = OfficeHolder(district_geoid=person.geoid, openstates_id=person.openstates_id, lines=[])
    session.add(holder)
    return holder


def _line(session: Session, fact: LineFacts, lines: Lines) -> OfficeLine:
    number = (fact.e164, fact.extension)
    if number not in lines:
        lines[number] = OfficeLine(e164=fact.e164, extension=fact.extension)
        session.add(lines[number])
    return lines[number]

"""Which office lines organizers have corrected by hand, so that seeding and imports leave them alone.

A correction is of a person in a seat, whatever row they have there: it is in force again when they leave and return.
Into another seat it does not follow them. That seat is another office, with lines of its own, and a number that was
right for the old one is a guess for the new one; nobody is dialed on a guess. The preview of the import names the
number that stays behind, so that somebody can look and correct the new office too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.representatives.facts.records import LineFacts, Person
from models import District, LineCorrection, LineKind, OfficeHolder

SeatedPerson = tuple[str, str]  # GEOID and Open States id: who, in which seat


def seated(person: Person) -> SeatedPerson:
    """What tells this person in this seat from everybody else."""
    return person.geoid, person.openstates_id


def to_rows(lines: Iterable[LineFacts]) -> list[list[str]]:
    """Lines as a correction keeps them."""
    return [[line.e164, line.extension, line.kind.value] for line in lines]


def to_lines(rows: Iterable[Iterable[str]]) -> tuple[LineFacts, ...]:
    """The lines that a correction keeps."""
    return tuple(LineFacts(e164, extension, LineKind(kind)) for e164, extension, kind in rows)


def current_corrections(session: Session, state: str) -> dict[SeatedPerson, LineCorrection]:
    """The corrections in force, also of those who do not sit now and may return; of several, the newest."""
    rows = session.execute(
        select(OfficeHolder.district_geoid, OfficeHolder.openstates_id, LineCorrection)
        .join(OfficeHolder, OfficeHolder.id == LineCorrection.holder_id)
        .join(OfficeHolder.district)
        .where(District.state == state, LineCorrection.ended_at.is_(None))
        .order_by(LineCorrection.corrected_at, LineCorrection.id)
    )
    return {(geoid, openstates_id): correction for geoid, openstates_id, correction in rows}


def corrections_of(session: Session, who: SeatedPerson) -> list[LineCorrection]:
    """Every correction of a person's lines in a seat, in all their terms there, newest first."""
    return list(session.scalars(_corrections_of(who)))


def end_corrections(session: Session, who: SeatedPerson, *, by: str, now: datetime) -> LineCorrection | None:
    """No correction of this person in this seat is in force any more; returns the one that was, the newest."""
    in_force = list(session.scalars(_corrections_of(who).where(LineCorrection.ended_at.is_(None))))
    for correction in in_force:
        correction.ended_at = max(now, correction.corrected_at)  # the clocks of two servers may differ a little
        correction.ended_by = by
    return in_force[0] if in_force else None


def _corrections_of(who: SeatedPerson) -> Select[LineCorrection]:
    geoid, openstates_id = who
    return (
        select(LineCorrection)
        .join(OfficeHolder, OfficeHolder.id == LineCorrection.holder_id)
        .where(OfficeHolder.district_geoid == geoid, OfficeHolder.openstates_id == openstates_id)
        .order_by(LineCorrection.corrected_at.desc(), LineCorrection.id.desc())
    )


def with_corrections(
    people: Iterable[Person], corrections: Mapping[SeatedPerson, LineCorrection]
) -> tuple[Person, ...]:
    """The same people, with the corrected lines of those whose lines were corrected."""
    return tuple(
        replace(person, lines=to_lines(corrections[seated(person)].lines)) if seated(person) in corrections else person
        for person in people
    )


def note_imported(people: Iterable[Person], corrections: Mapping[SeatedPerson, LineCorrection]) -> None:
    """Remember beside each correction what the source says now: an undo goes back to that."""
    for person in people:
        if correction := corrections.get(seated(person)):
            correction.imported = to_rows(person.lines)

"""Which office lines organizers have corrected by hand, so that seeding and imports leave them alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.records import LineFacts, Person
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
    """The corrections in force for those who sit now."""
    rows = session.execute(
        select(OfficeHolder.district_geoid, OfficeHolder.openstates_id, LineCorrection)
        .join(OfficeHolder, OfficeHolder.id == LineCorrection.holder_id)
        .join(OfficeHolder.district)
        .where(District.state == state, OfficeHolder.valid_to.is_(None), LineCorrection.ended_at.is_(None))
    )
    return {(geoid, openstates_id): correction for geoid, openstates_id, correction in rows}


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


def end_correction(correction: LineCorrection, *, by: str, now: datetime) -> None:
    """It is in force no more. The clocks of two servers may differ a little: nothing ends before it began."""
    correction.ended_at = max(now, correction.corrected_at)
    correction.ended_by = by

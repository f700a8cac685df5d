"""Use cases of organizers: set an office's lines by hand, and take that back."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.representatives.facts.records import LineFacts
from app.representatives.roster.corrections import SeatedPerson, end_corrections, to_lines, to_rows
from app.representatives.roster.holders import connect, known_lines, lines_of
from models import District, HolderLine, LineCorrection, OfficeHolder, Roster


class NoLongerSittingError(LookupError):
    """This person holds the seat no more: an import came in between."""


def correct_lines(
    session: Session, holder_id: int, lines: tuple[LineFacts, ...], *, by: str, note: str, now: datetime
) -> bool:
    """Make these the holder's lines, best first; False if they are already.

    Every process reads its directory anew; imports leave these lines alone until the correction ends.

    Raises:
        NoLongerSittingError: somebody else sits there now, or nobody.
    """
    roster, holder = take_sitting(session, holder_id)
    before = lines_of(holder)
    if before == lines:
        return False
    current = end_corrections(session, _seated(holder), by=by, now=now)
    imported = current.imported if current else to_rows(before)
    kept = {"lines": to_rows(lines), "imported": imported}
    session.add(LineCorrection(holder_id=holder_id, corrected_at=now, corrected_by=by, note=note, **kept))
    _connect(session, roster, holder, lines)
    return True


def undo_correction(session: Session, holder_id: int, *, by: str, now: datetime) -> bool:
    """Go back to the lines that the import says; False if no correction is in force.

    Raises:
        NoLongerSittingError: somebody else sits there now, or nobody.
    """
    roster, holder = take_sitting(session, holder_id)
    current = end_corrections(session, _seated(holder), by=by, now=now)
    if current is None:
        return False
    _connect(session, roster, holder, to_lines(current.imported))
    return True


def take_sitting(session: Session, holder_id: int) -> tuple[Roster, OfficeHolder]:
    """The roster, locked against imports and other organizers, and then the holder as they are.

    Raises:
        NoLongerSittingError: somebody else sits there now, or nobody.
    """
    of_holder = (
        select(Roster)
        .join(District, District.state == Roster.state)
        .join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
        .where(OfficeHolder.id == holder_id)
    )
    roster = session.scalars(of_holder.with_for_update(of=Roster)).one_or_none()
    sitting = select(OfficeHolder).where(OfficeHolder.id == holder_id, OfficeHolder.valid_to.is_(None))
    with_lines = sitting.options(selectinload(OfficeHolder.lines).joinedload(HolderLine.line))
    holder = session.scalars(with_lines.execution_options(populate_existing=True)).one_or_none()
    if roster is None or holder is None:
        raise NoLongerSittingError
    session.refresh(roster)
    return roster, holder


def _seated(holder: OfficeHolder) -> SeatedPerson:
    return holder.district_geoid, holder.openstates_id


def _connect(session: Session, roster: Roster, holder: OfficeHolder, lines: tuple[LineFacts, ...]) -> None:
    with session.no_autoflush:
        connect(session, holder, lines, known_lines(session))
        roster.version += 1
    session.flush()
    session.expire(holder)

"""On which lines offices are reached as long as a number that was set for them waits to be confirmed."""

from collections.abc import Mapping

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.representatives.roster.seats import Line
from models import District, HolderLine, LineKind, NewLine, OfficeHolder, OfficeLine


def waiting_lines(session: Session, state: str) -> Mapping[int, tuple[Line, ...]]:
    """By the holder's id, best first; a second statement only where any wait."""
    this = and_(OfficeLine.e164 == NewLine.e164, OfficeLine.extension == NewLine.extension)
    held = and_(HolderLine.line_id == OfficeLine.id, HolderLine.holder_id == NewLine.holder_id)
    waiting = select(NewLine.holder_id, NewLine.meanwhile).join(OfficeLine, this).join(HolderLine, held)
    waiting = waiting.join(OfficeHolder, OfficeHolder.id == NewLine.holder_id).join(OfficeHolder.district)
    kept = session.execute(waiting.where(District.state == state, NewLine.waits)).mappings().all()
    ids = _ids(session, {row[0] for it in kept for row in it["meanwhile"]}) if kept else {}
    return {
        it["holder_id"]: tuple(Line(ids[e164, ext], e164, ext, LineKind(kind)) for e164, ext, kind in it["meanwhile"])
        for it in kept
    }


def _ids(session: Session, numbers: set[str]) -> Mapping[tuple[str, str], int]:
    rows = session.scalars(select(OfficeLine).where(OfficeLine.e164.in_(numbers)))
    return {(row.e164, row.extension): row.id for row in rows}

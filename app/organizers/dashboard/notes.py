"""What supporters wrote of offices: the newest notes, by whom they are about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.notes import note_text
from app.calls.shown.log.filter import LogFilter
from app.calls.shown.log.notes import newest_notes
from app.extensions import given
from app.organizers.dashboard.spans import Asked
from app.organizers.dashboard.whom import key_of
from app.representatives import directory
from app.store.db import db
from models import CalledOffice

OF_EACH = 3


@dataclass(frozen=True)
class Note:
    """A note, and the call after which it was written."""

    call_id: int
    text: str


def notes_of(asked: Asked) -> Mapping[str, Sequence[Note]]:
    """The newest few of each who was called, by the key of `Whom`, among the newest of all."""
    session, span = db.session, asked.span
    which = LogFilter(campaign_id=asked.campaign_id, campaigns=asked.theirs, since=span.since, until=span.until)
    written = newest_notes(session, which)
    about = _about(session, [it.call_id for it in written]) if written else {}
    of: defaultdict[str, list[Note]] = defaultdict(list)
    for it in written:
        key = about.get((it.call_id, it.geoid), it.geoid)
        text = note_text(given().vault, it.note_sealed) if len(of[key]) < OF_EACH else ""
        if text:
            of[key].append(Note(it.call_id, text))
    return of


def _about(session: Session, call_ids: Sequence[int]) -> Mapping[tuple[int, str], str]:
    """Whom each of these calls reached for in each district: it may be another one who sits there now."""
    holders = directory(session).seats_by_holder()
    columns = (CalledOffice.call_id, CalledOffice.district_geoid, CalledOffice.office_holder_id)
    called = session.execute(select(*columns).where(CalledOffice.call_id.in_(call_ids)))
    return {(it.call_id, it.district_geoid): key_of(holders, it.office_holder_id, it.district_geoid) for it in called}

"""What supporters wrote of offices: the newest notes, by the seat they are about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.calls.life.notes import note_text
from app.calls.shown.log.filter import LogFilter
from app.calls.shown.log.notes import newest_notes
from app.extensions import given
from app.organizers.dashboard.spans import Asked
from app.store.db import db

OF_EACH = 3


@dataclass(frozen=True)
class Note:
    """A note, and the call after which it was written."""

    call_id: int
    text: str


def notes_of(asked: Asked) -> Mapping[str, Sequence[Note]]:
    """The newest few of each seat, among the newest of all."""
    span = asked.span
    which = LogFilter(campaign_id=asked.campaign_id, campaigns=asked.theirs, since=span.since, until=span.until)
    of_seat: defaultdict[str, list[Note]] = defaultdict(list)
    for it in newest_notes(db.session, which):
        text = note_text(given().vault, it.note_sealed) if len(of_seat[it.geoid]) < OF_EACH else ""
        if text:
            of_seat[it.geoid].append(Note(it.call_id, text))
    return of_seat

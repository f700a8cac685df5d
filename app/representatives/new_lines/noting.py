"""Notes which numbers an organizer gave to an office that it had not: they wait until somebody confirms them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.representatives.facts.records import LineFacts
from app.representatives.new_lines.telling import tell
from app.representatives.roster.corrections import to_rows
from app.representatives.roster.row import note_next
from models import District, NewLine, Roster

Number = tuple[str, str]  # E.164 and extension


@dataclass(frozen=True)
class Setting:
    """Who sets lines, when, and how long new ones wait."""

    by: str
    now: datetime
    wait: timedelta

    def row(self, holder_id: int, number: Number) -> NewLine:
        """A number of theirs that nobody confirmed."""
        return NewLine(holder_id=holder_id, e164=number[0], extension=number[1], set_by=self.by)


def note_new_lines(
    session: Session,
    holder_id: int,
    before: tuple[LineFacts, ...],
    after: tuple[LineFacts, ...],
    setting: Setting,
    *,
    is_undo: bool = False,
) -> None:
    """Let what is new of these lines wait. An undo brings back what was used before, unless it was never confirmed."""
    rows = {(row.e164, row.extension): row for row in session.scalars(_of(holder_id))}
    rings = _rings(before, rows)
    known = {*_numbers(before), *(tuple(it[:2]) for it in rings)}
    for number in _numbers(after):
        row = rows.get(number)
        if row is None and (number in known or is_undo):
            continue
        if row is None or not (row.confirmed_at or number in _numbers(before)):
            row = row or setting.row(holder_id, number)
            _wait(session, row, rings, setting)
    for number in rows.keys() - set(_numbers(after)):
        rows[number].waits = False
    session.flush()


def _wait(session: Session, row: NewLine, rings: list[list[str]], setting: Setting) -> None:
    """Let it wait; one that two people set, each by themselves, is confirmed."""
    if row.set_by != setting.by:
        row.confirmed_by, row.confirmed_at = setting.by, setting.now
        return
    row.set_at, row.used_from = setting.now, setting.now + setting.wait
    row.waits, row.meanwhile = bool(setting.wait), rings
    session.add(row)


def _rings(before: tuple[LineFacts, ...], rows: Mapping[Number, NewLine]) -> list[list[str]]:
    """What rings now: the lines of before, or what rings as long as one of these waits."""
    waiting = (rows[number] for number in _numbers(before) if number in rows and rows[number].waits)
    return next((row.meanwhile for row in waiting), to_rows(before))


def _numbers(lines: Iterable[LineFacts]) -> list[Number]:
    return [(line.e164, line.extension) for line in lines]


def tell_what_waits(session: Session, geoid: str, now: datetime) -> None:
    """Let the roster of this seat say until when, and the team whose numbers are to be looked at."""
    of_seat = select(Roster).join(District, District.state == Roster.state).where(District.geoid == geoid)
    note_next(session, session.scalars(of_seat).one())
    tell(session, now)


def _of(holder_id: int) -> Select[NewLine]:
    return select(NewLine).where(NewLine.holder_id == holder_id)

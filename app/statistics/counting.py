"""Counts what happened: reads each event once for certain, in their order, and counts anew the calls they are of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, String, cast, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.clock import Clock, eastern_day
from app.statistics.recount import recount
from app.store.rows import by_name
from app.store.unit import Unit
from models import CallEvent, Counting

AT_ONCE = 2000  # events, of some 200 calls
A_TURN = timedelta(seconds=2)  # then others of the worker may go on

_OWN = cast(cast(func.pg_current_xact_id(), String), BigInteger)
_OLDEST = cast(cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), String), BigInteger)
_ROW = tuple(column for column in Counting.__table__.c if column.key != "id")
_LOCK = select(*_ROW, _OWN.label("own"), _OLDEST.label("oldest")).with_for_update()
_BEGIN = insert(Counting).values(id=1).on_conflict_do_nothing()
_BEHIND = select(Counting.read_to != Counting.sure_to)
_READ_TO = func.coalesce(select(Counting.read_to).scalar_subquery(), 0)
_OLDEST_UNREAD = select(CallEvent.at).where(CallEvent.id > _READ_TO).order_by(CallEvent.id).limit(1)


@dataclass
class _Progress:
    """A row of `Counting`, in a transaction of the number `own`; all numbered below `oldest` are over."""

    sure_to: int
    marked: int
    marked_by: int
    read_to: int
    seen: int
    seen_since: int
    own: int
    oldest: int

    @property
    def nothing_comes_late(self) -> bool:
        """Whether nothing up to the mark can be committed any more; one of another database's life says nothing."""
        return self.marked_by <= self.oldest or self.marked_by > self.own

    def move_mark(self) -> None:
        """All up to the mark is counted: the next one is where an earlier transaction came to."""
        self.sure_to, self.seen = self.marked, self.seen_since
        self.marked, self.seen_since, self.marked_by = self.read_to, 0, self.own


def count(work: Unit, clock: Clock) -> None:
    """Count what happened until now, for one turn at most; commits after each batch, so that others may count on."""
    until = clock() + A_TURN
    while _is_behind(work.session):
        is_full = count_batch(work.session, clock())
        work.commit_so_far()
        if not is_full or clock() >= until:
            break


def catch_up(work: Unit, clock: Clock) -> None:
    """Count all that happened until now, however long that takes; commits after each batch."""
    while count_batch(work.session, clock()):
        work.commit_so_far()
    work.commit_so_far()


def count_batch(session: Session, now: datetime) -> bool:
    """Count some of what happened; returns whether there may be more."""
    progress = locked(session)
    if progress.nothing_comes_late:
        _count_late(session, progress, now)
    events = _events(session, progress.read_to)
    if events:
        recount(session, _calls(events), eastern_day(now))
        progress.read_to = events[-1][0]
        progress.seen_since += len(events)
    _keep(session, progress)
    return len(events) == AT_ONCE


def locked(session: Session) -> _Progress:
    """Let nobody else count, or change what is counted, until this transaction ends."""
    row = session.execute(_LOCK).mappings().one_or_none()
    if row is None:
        session.execute(_BEGIN)
        row = session.execute(_LOCK).mappings().one()
    return by_name(_Progress, row)


def counted_to(session: Session) -> str:
    """A word that is another one as soon as more is counted."""
    row = session.execute(select(Counting.sure_to, Counting.read_to)).one_or_none()
    return "-".join(map(str, row)) if row else "0"


def lag(session: Session, now: datetime) -> timedelta:
    """For how long something has happened that is not counted: nothing, where all is."""
    oldest = session.scalar(_OLDEST_UNREAD)
    return max(now - oldest, timedelta()) if oldest else timedelta()


def _is_behind(session: Session) -> bool:
    """Whether there is something to read, or to read once more."""
    return session.scalar(_BEHIND) or session.scalar(_OLDEST_UNREAD) is not None


def _count_late(session: Session, progress: _Progress, now: datetime) -> None:
    there = select(CallEvent.id, CallEvent.call_id).where(
        CallEvent.id > progress.sure_to, CallEvent.id <= progress.marked
    )
    events = [(row.id, row.call_id) for row in session.execute(there)] if progress.marked > progress.sure_to else []
    if len(events) != progress.seen:
        recount(session, _calls(events), eastern_day(now))
    progress.move_mark()


def _events(session: Session, after: int) -> Sequence[tuple[int, int]]:
    unread = select(CallEvent.id, CallEvent.call_id).where(CallEvent.id > after).order_by(CallEvent.id).limit(AT_ONCE)
    return [(row.id, row.call_id) for row in session.execute(unread)]


def _calls(events: Sequence[tuple[int, int]]) -> list[int]:
    return sorted({call_id for _, call_id in events})


def _keep(session: Session, progress: _Progress) -> None:
    values = {column.key: getattr(progress, column.key) for column in _ROW}
    session.execute(update(Counting).values(values))

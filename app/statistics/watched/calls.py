"""How calls are doing: under way, waiting, today's outcomes, the pace, lines at rest, what the carrier refuses."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.limits.pausing_told import stands
from app.statistics.watched.figure import Figure
from models import (
    IN_FLIGHT,
    Call,
    CallStatus,
    CampaignPace,
    CarrierPace,
    Concerns,
    CountedBy,
    CountOfDay,
    LinePace,
    PlacingPause,
)

# What is counted today along each of these; statistics come a few seconds after the calls.
OUTCOMES = (CountedBy.CAME, CountedBy.LINE, CountedBy.SAID, CountedBy.WAY)
PAUSED = tuple(concerns for concerns in Concerns if concerns is not Concerns.NUMBER)  # of those nobody's in person


def call_figures(session: Session, now: datetime, calls_per_second: float) -> Iterator[Figure]:
    """All of them; rehearsals are none of these."""
    yield from _under_way(session)
    yield from _queue(session, now)
    yield from _today(session, now)
    yield from _pace(session, now, calls_per_second)
    yield from _carrier(session, now)


def _under_way(session: Session) -> Iterator[Figure]:
    mine = (Call.ended_at.is_(None), ~Call.rehearsal)
    found = dict(session.execute(select(Call.status, func.count()).where(*mine).group_by(Call.status)).all())
    for status in sorted(IN_FLIGHT | {CallStatus.SCHEDULED}):
        yield Figure("calls_under_way", "Calls that are not over, by status.", found.get(status, 0), {"status": status})


def _queue(session: Session, now: datetime) -> Iterator[Figure]:
    waiting = (Call.ended_at.is_(None), Call.status == CallStatus.REQUESTED, ~Call.rehearsal)
    oldest = session.scalar(select(func.min(Call.status_since)).where(*waiting))
    waits = max((now - oldest).total_seconds(), 0) if oldest else 0
    yield Figure("queue_oldest_seconds", "How long whoever waits longest has waited to be rung.", waits)
    in_line = select(func.count()).where(Call.waits_for.is_not(None), Call.ended_at.is_(None), ~Call.rehearsal)
    yield Figure(
        "calls_in_line", "Supporters on the phone who wait for an office's line.", session.scalar(in_line) or 0
    )


def _today(session: Session, now: datetime) -> Iterator[Figure]:
    total = func.sum(CountOfDay.calls)
    mine = (CountOfDay.day == eastern_day(now), CountOfDay.dimension.in_(OUTCOMES))
    query = select(CountOfDay.dimension, CountOfDay.value, total).where(*mine)
    by = (CountOfDay.dimension, CountOfDay.value)
    for dimension, value, calls in session.execute(query.group_by(*by).order_by(*by)).all():
        yield Figure(
            "calls_today",
            "Calls since midnight in Massachusetts, by what came of them.",
            calls,
            {"by": dimension, "outcome": value},
        )


def _pace(session: Session, now: datetime, calls_per_second: float) -> Iterator[Figure]:
    this_minute = CampaignPace.minute == now.replace(second=0, microsecond=0)
    rung = session.scalar(select(func.sum(CampaignPace.in_minute)).where(this_minute)) or 0
    yield Figure("rings_this_minute", "Phones that were rung since the minute began.", rung)
    yield Figure("calls_per_second_allowed", "The carrier's pace, as it is set.", calls_per_second)
    next_at = session.scalar(select(CarrierPace.next_at))
    ahead = max((next_at - now).total_seconds(), 0) if next_at else 0
    yield Figure("pace_ahead_seconds", "For how long the carrier's turns are given away already.", ahead)
    resting = session.scalar(select(func.count()).where(LinePace.rests_until > now)) or 0
    yield Figure("lines_resting", "Offices' lines that are left in peace just now.", resting)


def _carrier(session: Session, now: datetime) -> Iterator[Figure]:
    """As organizers are told of them: somebody is woken for these."""
    rows = session.scalars(select(PlacingPause).where(PlacingPause.concerns.in_(PAUSED)))
    standing = [row for row in rows if stands(row, now)]
    for concerns in PAUSED:
        yield Figure(
            "carrier_refusals",
            "Refusals of the carrier that stand, one after the other, by how far they reach.",
            sum(row.misses for row in standing if row.concerns is concerns),
            {"concerns": concerns},
        )

"""Whether an office is open, when it opens, and when a supporter can be rung for it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.limits.hours.quiet import HERE, after_quiet, is_quiet
from app.representatives import RosterStamp, directory, directory_of
from app.representatives.opening import OpeningHours

A_SLOT = timedelta(minutes=15)
MOST_SLOTS = 32  # eight hours, a whole day of an office: whoever comes after has to try another day
MOST_NIGHTS = 7  # so many openings at night are passed over before we give up


@dataclass(frozen=True)
class Closed:
    """An office that is closed; `opens` is when it opens next, None where no day is known within two months.

    One may be open, and not called before its wave on a day of action: `by_wave`.
    """

    opens: datetime | None
    by_wave: bool = False


def opening(hours: OpeningHours | None, now: datetime) -> Closed | None:
    """None while an office is open that has these hours."""
    return None if hours is None or hours.is_open(now) else Closed(hours.next_opening(now))


def hours_of(
    session: Session, line_id: int | None, *, always_open: bool, roster: RosterStamp | None = None
) -> OpeningHours | None:
    """When the office behind this line is open; None where it counts as open at any hour.

    One small statement while the roster is unchanged, and none where it is known which `roster` is in force.
    """
    if always_open or line_id is None:
        return None
    return (directory_of(session, roster) if roster else directory(session)).hours(line_id)


def slot_of(moment: datetime) -> datetime:
    """When the quarter of an hour begins in which a moment lies."""
    there = moment.astimezone(UTC)
    return there.replace(minute=there.minute // 15 * 15, second=0, microsecond=0)


def ring_times(
    hours: OpeningHours | None, earliest: datetime, zones: Collection[ZoneInfo] = HERE
) -> Iterator[datetime]:
    """When somebody may be rung for an office, once a quarter of an hour: it is open then, and it is night nowhere.

    At most eight hours are offered, from the first such moment on. Without `hours` the office is always open.
    """
    first = earliest if hours is None else _first(hours, earliest, zones)
    if first is None:
        return
    for nth in range(MOST_SLOTS):
        moment = max(first, slot_of(first) + nth * A_SLOT)
        if hours is None or (hours.is_open(moment) and not is_quiet(moment, zones)):
            yield moment


def _first(hours: OpeningHours, earliest: datetime, zones: Collection[ZoneInfo]) -> datetime | None:
    moment: datetime | None = earliest
    for _ in range(MOST_NIGHTS):
        opens = hours.next_opening(moment) if moment else None
        if opens is None or not is_quiet(opens, zones):
            return opens
        moment = after_quiet(opens, zones)
    return None

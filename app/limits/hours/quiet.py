"""When we ring supporters at all: between eight in the morning and nine in the evening, here and where they are."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from app.clock import EASTERN
from app.limits.hours.area_codes import AREAS

FROM, UNTIL = time(8), time(21)
HERE = (EASTERN,)
# Of an area code that is not known yet nobody knows where it lies: anywhere from one coast to the other.
COASTS = (EASTERN, ZoneInfo("America/Los_Angeles"))
MOST_MORNINGS = 4  # of several zones each may have its own


def zones_of(phone: str) -> Collection[ZoneInfo]:
    """By which clocks a number is rung: ours, and each where its area code lies."""
    return {*HERE, *_areas().get(phone[2:5], COASTS)}


def is_quiet(now: datetime, zones: Collection[ZoneInfo] = HERE) -> bool:
    """Whether nobody is rung at this moment, by any of these clocks."""
    return not all(FROM <= now.astimezone(zone).time() < UNTIL for zone in zones)


def after_quiet(moment: datetime, zones: Collection[ZoneInfo] = HERE) -> datetime | None:
    """The first moment from this one on at which somebody may be rung; None where no hour is good by all clocks."""
    mornings = sorted(_mornings(moment, zones))
    return next((it for it in (moment, *mornings) if not is_quiet(it, zones)), None)


def _mornings(moment: datetime, zones: Iterable[ZoneInfo]) -> Iterator[datetime]:
    """The next mornings by each of the clocks."""
    for zone in zones:
        today = moment.astimezone(zone).date()
        for days in range(MOST_MORNINGS):
            morning = datetime.combine(today + timedelta(days=days), FROM, zone).astimezone(UTC)
            if morning >= moment:
                yield morning


@cache
def _areas() -> dict[str, tuple[ZoneInfo, ...]]:
    zones: dict[str, tuple[ZoneInfo, ...]] = {}
    for name, codes in AREAS.items():
        for code in codes.split():
            zones[code] = (*zones.get(code, ()), ZoneInfo(name))
    return zones

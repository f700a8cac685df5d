"""Moments as people in Massachusetts say them, and weeks as hypothesis makes them up."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from app.clock import EASTERN
from app.representatives.opening import DayException, OpeningHours, Span

CLOCK_CHANGES = (date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14))


def local(text, fold=0):
    """A moment in UTC from what the clock on the wall reads: "2026-11-02 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=EASTERN, fold=fold).astimezone(UTC)


def on_the_wall(moment):
    """What the clock on the wall reads: "2026-11-02 09:00"; None stays None."""
    return moment and f"{moment.astimezone(EASTERN):%Y-%m-%d %H:%M}"


def hours(opens, closes):
    """A span from and until a time like 9 or 9.5."""
    return Span(int(opens * 60), int(closes * 60))


@st.composite
def days_of_spans(draw):
    """At most three spans a day; some touch."""
    edges = sorted(draw(st.lists(st.integers(0, 1440), min_size=0, max_size=4, unique=True)))
    touching = draw(st.booleans())
    pairs = pairwise(edges) if touching else zip(edges[::2], edges[1::2], strict=False)
    return tuple(Span(opens, closes) for opens, closes in pairs)


def minutes_after(day, minutes):
    """So many minutes after the beginning of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)


NEAR_A_CLOCK_CHANGE = st.builds(minutes_after, st.sampled_from(CLOCK_CHANGES), st.integers(-3 * 1440, 3 * 1440))
ANY_TIME = st.builds(minutes_after, st.dates(date(2026, 1, 1), date(2028, 3, 1)), st.integers(0, 1439))
MOMENTS = NEAR_A_CLOCK_CHANGE | ANY_TIME
DAYS = st.dates(date(2025, 12, 1), date(2028, 6, 1)) | st.sampled_from(CLOCK_CHANGES)
OPENING_HOURS = st.builds(
    OpeningHours,
    week=st.tuples(*[days_of_spans()] * 7),
    exceptions=st.dictionaries(DAYS, st.builds(DayException, days_of_spans(), st.just("a note")), max_size=5),
    holiday=st.sets(DAYS, max_size=20).map(lambda days: lambda day: "a holiday" if day in days else None),
)

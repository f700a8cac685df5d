"""What came of a campaign, for everybody: cells of few calls are joined, and what is left moves in steps of five."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.calls.shown.kinds import Kind
from app.calls.shown.log.came_of import CameOf
from app.campaigns.editions.content import Results
from app.clock import eastern_day
from app.statistics.joining import FEWEST, in_fives, joined
from app.statistics.told import AtMoment, Counts
from models import CountedBy, Step

OTHER = "other"
DAYS_APART = 14  # a campaign of so many days is told day by day
OUTCOMES: Mapping[CameOf, str] = {
    CameOf.TALKED: "talked",
    CameOf.LEFT_MESSAGE: "message",
    CameOf.OFFICE_PICKED_UP: "picked-up",
    CameOf.MAILBOX_FULL: "nobody",
    CameOf.REACHED_NOBODY: "nobody",
    CameOf.OFFICE_BUSY: "nobody",
    CameOf.OFFICE_SILENT: "nobody",
    CameOf.OFFICE_NOT_REACHED: "nobody",
    CameOf.WRONG_NUMBER: "nobody",
    CameOf.LEFT_AS_IT_RANG: "nobody",
}


def results_of(
    counts: Counts, days: Sequence[AtMoment], heard: Mapping[str, int], offices: int, today: date
) -> Results:
    """As they are published: `heard` is how many calls each district's office heard, of so many offices."""
    times, by_day = _times(days)
    return Results(
        counted_on=today,
        through_us=in_fives(counts.funnel[Step.REACHED]),
        own_phone=in_fives(counts.calls(CountedBy.WAY, Kind.OWN_PHONE)),
        written=in_fives(counts.calls(CountedBy.WAY, Kind.WRITTEN)),
        offices=_some(sum(many > 0 for many in heard.values()), offices),
        of_offices=offices,
        outcomes=tuple(sorted(_cells(_outcomes(counts), OTHER), key=lambda it: (it[0] == OTHER, -it[1], it[0]))),
        by_day=by_day,
        times=tuple(sorted(times, key=lambda it: (not it[0], it[0]))),
        districts=tuple(sorted(district for district, many in heard.items() if many >= FEWEST)),
    )


def _some(many: int, of_all: int) -> int:
    """All of them are all of them: nobody's is told apart by it."""
    return many if many == of_all else in_fives(many)


def _outcomes(counts: Counts) -> Mapping[str, int]:
    cells = Counter[str]()
    for came, name in OUTCOMES.items():
        cells[name] += max(counts.calls(CountedBy.CAME, came), 0)
    return +cells


def _times(days: Sequence[AtMoment]) -> tuple[Iterable[tuple[str, int]], bool]:
    """By day where these are few, else by the Monday of each week."""
    by_day = Counter[date]()
    for it in days:
        by_day[eastern_day(it.at)] += it.calls
    few = bool(by_day) and max(by_day) - min(by_day) < timedelta(days=DAYS_APART)
    cells = Counter[str]()
    for day, calls in by_day.items():
        cells[(day if few else day - timedelta(days=day.weekday())).isoformat()] += calls
    return _cells(+cells, ""), few


def _cells(cells: Mapping[str, int], together: str) -> list[tuple[str, int]]:
    """Each cell, those of few calls in one, which is left out where it has too few itself."""
    few = joined(cells)
    apart = [(name, in_fives(calls)) for name, calls in cells.items() if name not in few]
    rest = in_fives(sum(cells[name] for name in few))
    return [*apart, (together, rest)] if rest else apart

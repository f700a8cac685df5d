"""The log by representative: seat after seat by the name of who sits there, and the calls of each, newest first.

A call that tried several offices stands with each of them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.calls.shown.log.filter import Cursor, LogFilter, Order
from app.calls.shown.log.page import log_page
from app.calls.shown.log.row import LogRow
from app.calls.shown.log.search import newest_seats
from app.statistics.looking.where_to_look import Known, days_to_look_at, seats_to_look_at

NOT_COUNTED_YET = 300  # calls at most: those of some seconds, however many are made
MOST_SEATS = 8  # that are looked at for one page
FROM_THE_NEWEST = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class OfOffice:
    """Some calls of one seat."""

    geoid: str
    rows: tuple[LogRow, ...]


@dataclass(frozen=True)
class ByOffice:
    """Some seats with their calls; where the next ones begin, and whether the search stopped there."""

    offices: tuple[OfOffice, ...]
    next_cursor: Cursor | None
    is_cut_short: bool = False


def page_by_office(
    session: Session, which: LogFilter, seats: Sequence[str], *, before: Cursor | None, limit: int, today: date
) -> ByOffice:
    """So many calls, and fewer where many seats have few; `seats` are all there are, in their order."""
    left = list(_left(seats, _with_calls(session, which, seats), before))
    offices: list[OfOffice] = []
    known = Known()
    for geoid in left[:MOST_SEATS]:
        many = sum(len(it.rows) for it in offices)
        if many == limit:
            return ByOffice(tuple(offices), _first_of(geoid))
        theirs = replace(which, geoid=geoid)
        order = Order(after=before if before and before.geoid == geoid else None)
        days = days_to_look_at(session, theirs, order, today, known)
        page = log_page(session, theirs, order, limit - many, days)
        if page.rows:
            offices.append(OfOffice(geoid, page.rows))
        if page.next_cursor:
            return ByOffice(tuple(offices), replace(page.next_cursor, geoid=geoid), page.is_cut_short)
    following = left[MOST_SEATS:]
    return ByOffice(tuple(offices), _first_of(following[0]) if following else None, is_cut_short=bool(following))


def _with_calls(session: Session, which: LogFilter, seats: Sequence[str]) -> Collection[str]:
    """The seats that may have any, as they are counted, and those of the newest calls, which are not counted yet.

    Rehearsals never are.
    """
    asked = [which.geoid] if which.geoid else seats
    newest = newest_seats(session, which, among=None if which.rehearsals else NOT_COUNTED_YET)
    return seats_to_look_at(session, which, asked) | newest.intersection(asked)


def _left(seats: Sequence[str], with_calls: Collection[str], before: Cursor | None) -> Iterator[str]:
    """Those of the page, and behind it."""
    begins = seats.index(before.geoid) if before and before.geoid in seats else 0
    yield from (geoid for geoid in seats[begins:] if geoid in with_calls)


def _first_of(geoid: str) -> Cursor:
    return Cursor(FROM_THE_NEWEST, 0, geoid=geoid)

"""The page of the log that was asked for, and what stands together in it: an hour, or a representative's calls."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from app.calls.life.notes import note_text
from app.calls.shown.log.filter import Cursor, Order
from app.calls.shown.log.notes import noted_calls
from app.calls.shown.log.page import A_PAGE, log_page
from app.calls.shown.log.row import LogRow
from app.clock import eastern, eastern_day
from app.extensions import given
from app.language.moments.short import calendar_day, hour_title
from app.organizers.log.by_office import OfOffice, page_by_office
from app.organizers.log.filters import Asked, Known
from app.statistics.looking.where_to_look import days_to_look_at
from app.store.db import db


@dataclass(frozen=True)
class Shown:
    """Calls, with the notes by which they were found; where the next begin, and whether the search stopped there."""

    rows: tuple[LogRow, ...]
    next_cursor: Cursor | None
    is_cut_short: bool
    notes: Mapping[int, str] = field(default_factory=dict)
    offices: tuple[OfOffice, ...] = ()


def page_of(asked: Asked, before: Cursor | None, limit: int = A_PAGE, *, seats: Sequence[str] = ()) -> Shown:
    """So many of the calls that were asked for, behind this one; by representative in the order of these seats."""
    session, own = db.session, given()
    if asked.noted:
        found = noted_calls(
            session,
            asked.filter,
            asked.words,
            reads=lambda kept: note_text(own.vault, kept),
            after=before,
            limit=limit,
        )
        return Shown(found.rows, found.next_cursor, found.is_cut_short, found.notes)
    today = eastern_day(own.clock())
    if asked.sort == "office":
        page = page_by_office(session, asked.filter, seats, before=before, limit=limit, today=today)
        rows = tuple(row for it in page.offices for row in it.rows)
        return Shown(rows, page.next_cursor, page.is_cut_short, offices=page.offices)
    order = Order(asked.oldest_first, before, asked.sort == "longest")
    return _in_order(asked, order, limit, today)


def _in_order(asked: Asked, order: Order, limit: int, today: date) -> Shown:
    session = db.session
    days = days_to_look_at(session, asked.filter, order, today)
    page = log_page(session, asked.filter, order, limit, days)
    return Shown(page.rows, page.next_cursor, page.is_cut_short)


def grouped(shown: Shown, asked: Asked, known: Known) -> Iterator[tuple[str, Sequence[LogRow]]]:
    """What stands together on a page, each with its heading: none where calls are sorted by their length."""
    if asked.noted or asked.sort not in {"longest", "office"}:
        yield from hours_of(shown.rows)
    elif asked.sort == "office":
        yield from ((f"{known.offices[it.geoid]}: {_many(it.rows)}", it.rows) for it in shown.offices)
    elif shown.rows:
        yield "", shown.rows


def hours_of(rows: Iterable[LogRow]) -> Iterator[tuple[str, Sequence[LogRow]]]:
    """The rows of a page, hour by hour; with each the hour in words, and how many of them there are."""
    for (hour, is_coarse), several in groupby(rows, key=lambda it: (_hour_of(it.created_at), it.is_coarse)):
        of_hour = list(several)
        when = "hours no longer known" if is_coarse else hour_title(hour)
        yield f"{calendar_day(eastern(hour).date())}, {when}: {_many(of_hour)}", of_hour


def _hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _many(rows: Sequence[LogRow]) -> str:
    return f"{len(rows)} {'call' if len(rows) == 1 else 'calls'}"

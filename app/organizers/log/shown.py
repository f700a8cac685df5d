"""The page of the log that was asked for, and where its hours begin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from app.calls.life.notes import note_text
from app.calls.shown.log.filter import Cursor, Order
from app.calls.shown.log.notes import noted_calls
from app.calls.shown.log.page import A_PAGE, log_page
from app.calls.shown.log.row import LogRow
from app.clock import eastern, eastern_day
from app.extensions import given
from app.language.moments.short import calendar_day, hour_title
from app.organizers.log.filters import Asked
from app.statistics.looking.where_to_look import days_to_look_at
from app.store.db import db


@dataclass(frozen=True)
class Shown:
    """Calls, with the notes by which they were found; where the next begin, and whether the search stopped there."""

    rows: tuple[LogRow, ...]
    next_cursor: Cursor | None
    is_cut_short: bool
    notes: Mapping[int, str] = field(default_factory=dict)


def page_of(asked: Asked, before: Cursor | None, limit: int = A_PAGE) -> Shown:
    """So many of the calls that were asked for, behind this one."""
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
    order = Order(asked.oldest_first, before)
    days = days_to_look_at(session, asked.filter, order, eastern_day(own.clock()))
    page = log_page(session, asked.filter, order, limit, days)
    return Shown(page.rows, page.next_cursor, page.is_cut_short)


def hours_of(rows: Iterable[tuple[LogRow, str]]) -> Iterator[tuple[str, list[tuple[LogRow, str]]]]:
    """The rows of a page, hour by hour; with each the hour in words, and how many of them there are."""
    for hour, several in groupby(rows, key=lambda it: it[0].created_at.replace(minute=0, second=0, microsecond=0)):
        of_hour = list(several)
        many = f"{len(of_hour)} {'call' if len(of_hour) == 1 else 'calls'}"
        yield f"{calendar_day(eastern(hour).date())}, {hour_title(hour)}: {many}", of_hour

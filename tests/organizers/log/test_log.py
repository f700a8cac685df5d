"""The log as the use case gives it: order, pages, filters."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from app.calls.shown.log.filter import LogFilter, Order
from app.calls.shown.log.page import log_page
from app.calls.shown.log.row import LogRow
from models import Call, CallStatus, LineOutcome, ReportedOutcome, ReportSource
from tests.organizers.conftest import NOON, Called

A_MINUTE = timedelta(minutes=1)
EVERYTHING = LogFilter()


def towns(session: Session, **which: Any) -> list[str]:
    return [row.town for row in log_page(session, LogFilter(**which)).rows]


def pages(session: Session, which: LogFilter, limit: int) -> Iterator[tuple[LogRow, ...]]:
    page = log_page(session, which, limit=limit)
    yield page.rows
    while page.next_cursor:
        page = log_page(session, which, Order(after=page.next_cursor), limit=limit)
        yield page.rows


def test_the_newest_call_comes_first(session: Session, called: Called) -> None:
    for minute, town in ((1, "Lynn"), (3, "Salem"), (2, "Lowell")):
        called(town=town, at=NOON + minute * A_MINUTE)
    assert towns(session) == ["Salem", "Lowell", "Lynn"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_neither_skip_nor_repeat_calls_of_the_same_moment(session: Session, called: Called, limit: int) -> None:
    ids = [called(at=NOON).id for _ in range(7)]
    found = [row.id for page in pages(session, EVERYTHING, limit) for row in page]
    assert found == ids[::-1]


def test_a_call_that_comes_meanwhile_does_not_shift_the_next_page(session: Session, called: Called) -> None:
    first, second, third = (called(at=NOON + minute * A_MINUTE).id for minute in range(3))
    page = log_page(session, EVERYTHING, limit=2)
    called(at=NOON + 9 * A_MINUTE)
    assert [row.id for row in log_page(session, EVERYTHING, Order(after=page.next_cursor)).rows] == [first]
    assert [row.id for row in page.rows] == [third, second]


def test_the_last_page_leads_nowhere(session: Session, called: Called) -> None:
    for _ in range(3):
        called()
    assert log_page(session, EVERYTHING, limit=3).next_cursor is None


def test_a_page_is_two_statements(session: Session, called: Called, count_statements: Any) -> None:
    called()
    count_statements.reset()
    log_page(session, LogFilter(since=date(2026, 11, 23), until=date(2026, 11, 23), outcome=CallStatus.COMPLETED))
    assert len(count_statements.statements) == 2


@pytest.mark.parametrize("which", [{}, {"campaign_id": 1}])
def test_a_page_is_read_along_an_index_of_the_log(session: Session, called: Called, which: Any) -> None:
    called()
    session.execute(text("SET LOCAL enable_seqscan = off"))
    session.execute(text("SET LOCAL enable_sort = off"))
    assert re.search("ix_call_(campaign_)?log", plan_of_next_page(session, LogFilter(**which)))


def plan_of_next_page(session: Session, which: LogFilter) -> str:
    seen: list[Any] = []

    def remember(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if "FROM call " in statement:
            seen.append((statement, parameters))

    event.listen(session.get_bind(), "before_cursor_execute", remember)
    log_page(session, which, Order(after=log_page(session, EVERYTHING, limit=1).next_cursor))
    event.remove(session.get_bind(), "before_cursor_execute", remember)
    rows = session.connection().exec_driver_sql("EXPLAIN " + seen[-1][0], seen[-1][1])
    return "\n".join(row[0] for row in rows)


def test_a_campaign_shows_its_own_calls(session: Session, called: Called, campaign: int) -> None:
    called(town="Lynn")
    assert towns(session, campaign_id=campaign) == ["Lynn"]
    assert towns(session, campaign_id=campaign + 1) == []


@pytest.mark.parametrize(
    ("outcome", "town"),
    [
        (LineOutcome.BUSY, "Lynn"),
        (CallStatus.BUSY, "Lowell"),
        (ReportedOutcome.VOICEMAIL, "Salem"),
        (CallStatus.COMPLETED, "Salem"),
    ],
)
def test_an_outcome_is_that_of_the_line_the_supporter_or_the_call(
    session: Session, called: Called, outcome: Any, town: str
) -> None:
    called(town="Lynn", line_outcome=LineOutcome.BUSY, status=CallStatus.FAILED)
    called(town="Lowell", status=CallStatus.BUSY)
    called(town="Salem", reported_outcome=ReportedOutcome.VOICEMAIL, reported_source=ReportSource.PAGE)
    assert towns(session, outcome=outcome) == [town]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 11, 23), (2026, 11, 23, 5), (2026, 11, 24, 5)),
        (date(2026, 7, 4), (2026, 7, 4, 4), (2026, 7, 5, 4)),
        (date(2026, 3, 8), (2026, 3, 8, 5), (2026, 3, 9, 4)),  # 23 hours long
        (date(2026, 11, 1), (2026, 11, 1, 4), (2026, 11, 2, 5)),  # 25 hours long
    ],
)
def test_a_day_is_one_of_massachusetts(session: Session, called: Called, day: date, first: Any, last: Any) -> None:
    begins, ends = datetime(*first, tzinfo=UTC), datetime(*last, tzinfo=UTC)
    instant = timedelta(microseconds=1)
    for town, at in (("before", begins - instant), ("first", begins), ("last", ends - instant), ("after", ends)):
        called(town=town, at=at)
    assert towns(session, since=day, until=day) == ["last", "first"]


def test_rehearsals_are_shown_when_asked_for(session: Session, called: Called) -> None:
    called(town="Lynn")
    called(town="Salem", rehearsal=True)
    assert towns(session) == ["Lynn"]
    assert towns(session, rehearsals=True) == ["Salem", "Lynn"]


def test_a_row_tells_who_was_called_and_how_long(session: Session, called: Called) -> None:
    called(ring_seconds=9, talk_seconds=75, total_seconds=190)
    (row,) = log_page(session, EVERYTHING).rows
    assert (row.offices[0].representative, row.ring_seconds, row.talk_seconds, row.total_seconds) == (
        "Pat Duffy",
        9,
        75,
        190,
    )


def test_calls_in_flight_are_in_the_log_as_well(session: Session, called: Called) -> None:
    called(status=CallStatus.TALKING, ended_at=None)
    assert log_page(session, EVERYTHING).rows[0].status is CallStatus.TALKING


def test_a_number_is_masked_erased_or_unreadable(session: Session, called: Called, app: Any) -> None:
    vault = app.extensions["ringdown"].vault
    for number in (None, "+16175550123"):
        called(phone=number)
    called(phone_encrypted=b"a key that is gone, and its text")
    shown = [row.phone(vault) for row in log_page(session, EVERYTHING).rows]
    assert shown == ["unreadable", "(•••) •••-••23", "erased"]


def test_calls_of_a_moment_before_are_never_lost(session: Session, called: Called) -> None:
    ids = {called(at=NOON - timedelta(microseconds=step % 3)).id for step in range(9)}
    found = [row.id for page in pages(session, EVERYTHING, 2) for row in page]
    assert set(found) == ids
    assert len(found) == len(ids)
    assert session.get_one(Call, found[-1]).created_at == NOON - timedelta(microseconds=2)

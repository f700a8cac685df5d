"""A number that answers no call any more is told of, until somebody answers there or nobody sits behind it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.calls.queue.dead_lines import tell_of_dead_lines
from app.clock import eastern_day
from app.guard.phone_numbers import national
from models import Alert, AlertKind, HolderLine, LineDay, OfficeHolder, OfficeLine
from tests.world.calls import office_of

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


@pytest.fixture
def number(session, app):
    return office_of(session, "Mindy Domb").number


@pytest.fixture
def days(session, number):
    """Writes how the number answered, so many days ago."""

    def write(ago=0, e164=None, **counted):
        nothing = dict.fromkeys(("answered", "busy", "no_answer", "failed", "mailbox_full"), 0)
        day = eastern_day(NOON) - timedelta(days=ago)
        session.add(LineDay(e164=e164 or number, day=day, last_tried=NOON, **nothing | counted))
        session.flush()

    return write


def told(session):
    tell_of_dead_lines(session, NOON)
    return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None))).all()


def test_six_misses_in_a_row_are_told(session, days, number):
    days(1, no_answer=4)
    days(0, failed=2)
    (sentence,) = told(session)
    assert sentence.startswith(f"{national(number)}, the number of ")
    assert "answered none of the last 6 calls. " in sentence


ALIVE = [
    {"no_answer": 5},
    {"no_answer": 9, "answered": 1},
    {"failed": 9, "busy": 1},
    {"mailbox_full": 9, "answered": 9},
    {"ago": 14, "no_answer": 9},
]


@pytest.mark.parametrize("counted", ALIVE)
def test_few_misses_or_anybody_who_answers_are_no_alert(session, days, counted):
    days(**counted)
    assert told(session) == []


def test_what_answered_before_the_misses_counts_no_more(session, days):
    days(3, answered=5)
    days(1, no_answer=6)
    assert len(told(session)) == 1


def test_it_is_over_once_somebody_answers(session, days):
    days(1, no_answer=9)
    assert len(told(session)) == 1
    days(0, answered=1)
    assert told(session) == []


def test_a_number_of_nobody_is_not_told(session, days):
    days(0, e164="+16175550199", failed=9)
    assert told(session) == []


def test_a_switchboard_names_a_few_and_counts_the_others(session, days):
    shared = (
        select(OfficeLine.e164).join(HolderLine).join(OfficeHolder).where(OfficeHolder.valid_to.is_(None))
    ).group_by(OfficeLine.e164)
    number = session.scalars(shared.order_by(func.count(func.distinct(OfficeHolder.name)).desc()).limit(1)).one()
    days(0, e164=number, no_answer=6)
    (sentence,) = told(session)
    assert " more, answered none" in sentence


def test_to_look_is_two_statements_where_no_line_is_dead(session, days, count_statements):
    days(0, answered=7)
    count_statements.reset()
    tell_of_dead_lines(session, NOON)
    assert len(count_statements.statements) == 2
    assert session.scalar(select(Alert).where(Alert.kind == AlertKind.OFFICE_LINE_DEAD)) is None

"""The time is the database's, whatever a computer's own clock shows, and to know it costs one question a minute."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from sqlalchemy.exc import InterfaceError

from app import create_app
from app.clock import utc_now
from app.store.database_clock import DatabaseClock, database_now
from app.store.db import close_db, db
from tests.world.log_lines import log_lines

NOON = datetime(2026, 11, 30, 17, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)
AHEAD = timedelta(minutes=90)


class There:
    """A database whose clock shows what a test says, and this computer's stopwatch."""

    def __init__(self) -> None:
        self.shows, self.passed, self.asked, self.is_away = NOON, 4711.0, 0, False

    def answer(self) -> datetime:
        """What its clock shows."""
        self.asked += 1
        if self.is_away:
            raise InterfaceError("SELECT", {}, OSError())
        return self.shows

    def goes_on(self, seconds: float) -> None:
        """So many seconds later, everywhere."""
        self.shows += timedelta(seconds=seconds)
        self.passed += seconds


@pytest.fixture
def there():
    return There()


@pytest.fixture
def clock(there):
    """The clock of a computer whose own is far ahead."""
    return DatabaseClock(there.answer, lambda: there.shows + AHEAD, lambda: there.passed)


def test_a_computer_whose_own_clock_is_wrong_goes_by_the_databases(clock):
    assert clock() == NOON


def test_between_two_questions_the_stopwatch_counts(clock, there):
    clock()
    there.goes_on(59)
    assert (clock(), there.asked) == (NOON + timedelta(seconds=59), 1)


def test_after_a_minute_it_is_asked_again(clock, there):
    clock()
    there.goes_on(60)
    there.shows += AHEAD
    assert (clock(), there.asked) == (NOON + A_MINUTE + AHEAD, 2)


def test_an_answer_that_took_a_while_does_not_set_the_time_back(clock, there):
    clock()
    there.goes_on(60)
    there.shows -= timedelta(seconds=0.4)
    assert clock() == NOON + A_MINUTE


def test_a_stopwatch_that_was_wrong_is_no_matter_for_longer_than_a_minute(clock, there):
    clock()
    there.passed += 3600
    assert clock() == NOON


def test_while_the_database_is_away_the_stopwatch_goes_on(clock, there):
    clock()
    there.goes_on(90)
    there.is_away = True
    assert clock() == NOON + timedelta(seconds=90)


def test_where_it_never_answered_the_computers_own_clock_is_all_there_is(clock, there):
    there.is_away = True
    assert [clock(), clock(), there.asked] == [NOON + AHEAD, NOON + AHEAD, 1]
    there.is_away = False
    there.goes_on(5)
    assert clock() == NOON + timedelta(seconds=5)


def test_many_who_begin_at_once_ask_once(there):
    clock = DatabaseClock(there.answer)
    threads = [Thread(target=clock) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert there.asked == 1


def test_the_log_says_once_how_wrong_a_computers_clock_is(clock, there):
    with log_lines() as written:
        for _ in range(3):
            clock()
            there.goes_on(60)
    assert written().count("own_clock_differs_from_the_databases") == 1
    assert "seconds_ahead=5400" in written()


def test_the_app_goes_by_its_database(settings, app):
    own = create_app(settings)
    now = own.extensions["ringdown"].clock()
    with app.app_context():
        assert abs(now - database_now(db.engine)) < A_MINUTE
    assert abs(now - utc_now()) < A_MINUTE  # which runs on this very computer
    close_db(own)

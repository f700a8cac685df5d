"""The page of a seat says who comes, from when on, and who was there."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest

from app.representatives.importing import take_force
from tests.representatives.importing.people_csv import new_court, prepare_rows
from tests.world.database.own_roster import restore_offices

FIRST, SECOND = "25001", "25002"
LONG_AGO, DAY = datetime(2026, 3, 1, 17, tzinfo=UTC), date(2026, 9, 1)


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def read(signed_in):
    """What the page of a seat says of who comes and who was there."""

    def read(geoid=FIRST):
        page = unescape(signed_in.reads(f"/organizers/offices/{geoid}"))
        section = page.partition('aria-labelledby="terms"')[2].partition("</section>")[0]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", section))

    return read


@pytest.fixture
def prepares(session):
    """Prepares a General Court with somebody new in the first seat."""

    def prepares(rows, **asked):
        prepare_rows(session, rows, DAY, now=LONG_AGO, **asked)
        session.commit()

    return prepares


def test_nobody_is_prepared_and_nobody_is_known_of_before(read):
    assert "Nobody is prepared to follow." in read()
    assert "We know of nobody who sat here before." in read()


def test_who_comes_is_there_with_the_moment_and_the_number(read, prepares):
    prepares(new_court())
    assert re.search(r"From Sep 1(, 2026)?, 11:00 AM Jordan Reyes Democratic \(617\) 722-2080 Prepared by ana", read())
    assert "Kip Diggs stays" in read(SECOND)


def test_a_seat_that_becomes_vacant_says_so(read, prepares):
    prepares(new_court()[1:])
    assert re.search(r"11:00 AM Vacant Prepared", read())


def test_what_is_prepared_for_another_seat_is_not_told_here(read, prepares):
    prepares(new_court(), only=(SECOND,))
    assert "Nobody is prepared to follow." in read()


def test_who_comes_without_a_number_is_told_so(read, prepares):
    prepares([row | {"capitol_voice": "", "district_voice": ""} for row in new_court()])
    assert "Jordan Reyes Democratic No number" in read()


def test_who_was_there_is_there_with_both_days(read, prepares, session):
    prepares(new_court())
    take_force(session, datetime(2026, 9, 2, tzinfo=UTC))
    session.commit()
    assert re.search(r"– Sep 1, 2026 Chris Flanagan Democratic", read())

"""Placing pauses for as long as it must: ours until it is cured, the carrier's for a minute and then for longer."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.limits.pausing import Asked, forget_pauses, forget_refusals, may_try, pause_for
from app.telephony.faults import fault_of
from models import PlacingPause

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SUPPORTER, ANOTHER = Asked(1, b"one"), Asked(1, b"another")


@pytest.fixture
def refused(session):
    """The carrier refuses with a code; tells whether nobody is rung for it then."""

    def refused(code, at=NOW, asked=SUPPORTER):
        return pause_for(session, fault_of(code), asked, at)

    return refused


def row(session):
    return session.scalars(select(PlacingPause).execution_options(populate_existing=True)).one()


def test_the_third_failure_of_the_carriers_in_a_row_pauses_for_a_minute(session, refused):
    assert [refused(None), refused(20429), refused(None)] == [False, False, True]
    assert row(session).until == NOW + MINUTE


def test_each_failure_after_a_pause_doubles_it_up_to_half_an_hour(session, refused):
    at, pauses = NOW, []
    for _ in range(10):
        refused(None, at)
        pauses.append((row(session).until - at) // MINUTE)
        at = row(session).until
    assert pauses == [0, 0, 1, 2, 4, 8, 16, 32, 32, 32]


def test_those_that_were_on_the_way_when_it_paused_double_nothing(session, refused):
    for _ in range(6):
        refused(None)
    assert (row(session).misses, row(session).until) == (3, NOW + MINUTE)


def test_one_that_is_taken_begins_the_count_anew(session, refused):
    refused(None)
    refused(None)
    forget_refusals(session, SUPPORTER)
    assert [refused(None), refused(None), refused(None)] == [False, False, True]


def test_what_a_check_can_see_pauses_until_then(session, refused):
    assert refused(20005)
    assert row(session).until is None
    assert not may_try(session, ANOTHER, NOW + timedelta(days=1))


def test_what_no_check_can_see_lets_one_through_every_ten_minutes(session, refused):
    assert refused(20006)
    assert not may_try(session, SUPPORTER, NOW + 9 * MINUTE)
    assert [may_try(session, it, NOW + 10 * MINUTE) for it in (SUPPORTER, ANOTHER)] == [True, False]
    assert may_try(session, ANOTHER, NOW + 20 * MINUTE)


def test_a_number_that_a_trial_does_not_ring_pauses_that_number_alone(session, refused):
    assert refused(21219)
    assert (may_try(session, SUPPORTER, NOW), may_try(session, ANOTHER, NOW)) == (False, True)


def test_a_number_that_is_not_ours_pauses_its_campaign_alone(session, refused):
    assert refused(21210)
    assert (may_try(session, ANOTHER, NOW), may_try(session, Asked(2, b"one"), NOW)) == (False, True)


def test_a_number_that_is_none_pauses_nothing(session, refused):
    assert not refused(21211)
    assert session.scalars(select(PlacingPause)).all() == []


def test_soon_after_a_cure_one_is_let_through_every_minute_and_later_every_ten(session, refused):
    refused(20005)
    row(session).cured_at = NOW
    session.flush()
    refused(20005, NOW + 2 * MINUTE)
    assert row(session).until == NOW + 3 * MINUTE
    refused(20005, NOW + 12 * MINUTE)
    assert row(session).until == NOW + 22 * MINUTE


def test_another_cause_counts_from_its_own_beginning(session, refused):
    refused(20005)
    row(session).cured_at = NOW
    session.flush()
    refused(20003, NOW + 5 * MINUTE)
    found = row(session)
    assert (found.since, found.cured_at, found.until) == (NOW + 5 * MINUTE, None, None)


@pytest.mark.parametrize(("code", "is_forgotten"), [(None, True), (21219, True), (20006, False), (20005, False)])
def test_what_passes_by_itself_is_forgotten_in_the_end(session, refused, code, is_forgotten):
    refused(code)
    forget_pauses(session, NOW + timedelta(hours=2))
    assert (session.scalars(select(PlacingPause)).all() == []) is is_forgotten

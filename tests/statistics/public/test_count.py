"""The public count is read once a minute, of one campaign, in steps of five, and hidden below ten."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from app.statistics.public.count import FRESH, PublicCount, public_count
from tests.world.database.public_counts import a_minute_later, write_counts

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.fixture
def counts(session, campaign):
    a_minute_later()
    return partial(write_counts, session, campaign)


def test_calls_through_us_and_reported_ones_stand_apart(session, campaign, counts):
    counts(reached=48, own_phone=11, written=4)
    write_counts(session, campaign + 1, reached=500)
    assert public_count(session, campaign, NOW) == PublicCount(45, 15)


def test_below_ten_it_is_hidden(session, campaign, counts):
    counts(reached=9, own_phone=4)
    assert not public_count(session, campaign, NOW).is_shown


def test_within_a_minute_nothing_is_read_again(session, campaign, counts, count_statements):
    counts(reached=48)
    public_count(session, campaign, NOW)
    counts(reached=100)
    count_statements.reset()
    assert public_count(session, campaign, NOW + FRESH / 2).through_us == 45
    assert count_statements.statements == []
    assert public_count(session, campaign, NOW + FRESH).through_us == 100


def test_a_clock_that_was_set_back_reads_it_again(session, campaign, counts):
    counts(reached=48)
    public_count(session, campaign, NOW)
    counts(reached=100)
    assert public_count(session, campaign, NOW - timedelta(days=1)).through_us == 100

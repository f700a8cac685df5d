"""Organizers decide what everybody reads in numbers, publish it like words, and count nothing anew that was read."""

from functools import partial
from html import unescape

import pytest
from sqlalchemy import select, update

from app.campaigns.editions.prepared import prepared_edition
from models import AuditEvent, Campaign, CampaignState
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import publish_prepared
from tests.world.database.public_counts import a_minute_later, write_counts


@pytest.fixture
def counts(session, campaign):
    a_minute_later()
    return partial(write_counts, session, campaign)


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}/public-numbers"


@pytest.fixture
def sends(signed_in, at):
    """Fill the form, or press the button that leads there."""

    def sends(where="", **typed):
        fields = hidden_fields(signed_in.reads(at), at + where)
        return unescape(signed_in.follows(at, at + where, **{"seen": fields.get("seen", ""), **typed}))

    return sends


@pytest.fixture
def prepared(session, campaign):
    return lambda: prepared_edition(session, campaign).content


@pytest.fixture
def ends(session, campaign):
    session.execute(update(Campaign).values(state=CampaignState.ARCHIVED))
    session.commit()


def test_the_count_and_a_goal_are_prepared(sends, prepared):
    assert "Saved. It is seen once it is published." in sends(count="1", goal="2,000")
    assert (prepared().public.count, prepared().public.goal) == (True, 2000)


def test_both_can_be_taken_back(sends, prepared):
    sends(count="1", goal="2000")
    sends(goal="")
    assert (prepared().public.count, prepared().public.goal) == (False, None)


@pytest.mark.parametrize("goal", ["9", "-5", "1e9", "many", "٣٣", "10000000", "<script>", "😀", "1" * 10_000])
def test_what_is_no_goal_is_told_and_nothing_is_lost(sends, prepared, goal):
    page = sends(count="1", goal=goal)
    assert "Type a whole number from 10 to 1,000,000" in page
    assert 'name="count" value="1" checked' in page
    assert not prepared().public.count


def test_who_was_slower_sees_what_stands_there(signed_in, at, sends):
    seen = hidden_fields(signed_in.reads(at), at)["seen"]
    sends(goal="500")
    assert "Somebody else changed the same meanwhile" in sends(goal="900", seen=seen)


def test_a_campaign_that_goes_on_has_no_results(sends):
    assert "has not ended yet" in sends("/results")


@pytest.mark.usefixtures("ends")
class TestOnceItHasEnded:
    def test_of_a_few_calls_nothing_is_told(self, sends, counts):
        counts(reached=9)
        assert "There are too few calls" in sends("/results")

    def test_they_are_counted_in_fives(self, sends, counts, prepared):
        counts(reached=48, own_phone=11)
        assert "Counted. Look at the numbers below" in sends("/results")
        assert (prepared().results.through_us, prepared().results.own_phone) == (45, 10)

    def test_what_was_published_comes_back_as_it_was(self, sends, counts, prepared, session, campaign):
        counts(reached=48)
        sends("/results")
        publish_prepared(session, campaign)
        session.commit()
        sends("/results/off")
        counts(reached=100)
        sends("/results")
        assert prepared().results.through_us == 45

    def test_twice_is_once(self, sends, counts):
        counts(reached=48)
        sends("/results")
        assert "Nothing was changed: it is so already." in sends("/results")

    def test_who_did_it_is_written_down(self, sends, counts, session):
        counts(reached=48)
        sends("/results")
        told = session.scalars(select(AuditEvent.subject)).all()
        assert "the public numbers of the Safe Communities Act" in told

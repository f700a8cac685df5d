"""Receiving a call to the hotline: written down once, counted once, and told how it stands with the campaign."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from app.calls.begin.hotline import DialedIn, Receiving, Welcome, receive_call
from app.limits.rate import AN_HOUR
from app.store.db import db
from app.store.unit import unit
from models import Call, Campaign, CampaignState, Leg
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, safe_communities
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
CALLER = "+14135550142"


@pytest.fixture
def receives(session, own, campaign):
    """The carrier tells us of a call."""

    def receives(sid="CA1", caller=CALLER, to=CAMPAIGN_NUMBER, now=NOW, there=None):
        how = Receiving(own.vault, now, calls_per_hour=2, withheld_per_hour=3, settings=own.settings)
        with unit(there or session):
            return receive_call(there or session, DialedIn(sid, to, caller), how)

    return receives


def welcome(received):
    return received[1]


def goes(session, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()


def test_a_call_is_written_down_with_its_leg(session, receives):
    call_id, how = receives()
    assert how is Welcome.WELCOME
    assert session.scalars(select(Leg.call_id)).all() == [call_id]


def test_a_number_that_is_no_campaigns_is_nobody(receives):
    assert receives(to="+16175550199") is None


@pytest.mark.parametrize(
    ("state", "how"), [(CampaignState.PAUSED, Welcome.PAUSED), (CampaignState.ARCHIVED, Welcome.OVER)]
)
def test_a_campaign_that_is_not_live_says_so_however_often_it_is_told(session, receives, state, how):
    goes(session, state)
    assert [welcome(receives()), welcome(receives())] == [how, how]


@pytest.mark.parametrize(
    ("state", "how"), [(CampaignState.PAUSED, Welcome.PAUSED_UNTIL), (CampaignState.SCHEDULED, Welcome.NOT_BEGUN)]
)
def test_a_campaign_that_rings_again_says_so(session, receives, state, how):
    session.execute(update(Campaign).values(state=state, back_at=NOW))
    session.commit()
    assert welcome(receives()) is how


def test_whoever_dials_in_from_an_institution_is_served_like_anybody(receives):
    assert welcome(receives(caller="+16177254005")) is Welcome.WELCOME


def test_a_draft_answers_at_no_number(session, receives):
    goes(session, CampaignState.DRAFT)
    assert receives() is None


def test_of_two_campaigns_at_a_number_the_live_one_answers(session, campaign, receives):
    goes(session, CampaignState.ARCHIVED)
    newer = safe_communities()
    newer.slug = "newer"
    session.add(newer)
    session.commit()
    call_id, how = receives()
    assert (session.get_one(Call, call_id).campaign_id, how) == (newer.id, Welcome.WELCOME)


def test_the_third_call_within_an_hour_is_too_many(receives):
    came = [welcome(receives(f"CA{nth}", now=NOW + timedelta(minutes=nth))) for nth in range(4)]
    assert came == [Welcome.WELCOME] * 2 + [Welcome.TOO_OFTEN] * 2
    assert welcome(receives("CA9", now=NOW + timedelta(minutes=70))) is Welcome.WELCOME


def test_a_call_that_is_told_again_and_again_is_one_call_and_counts_once(session, receives):
    assert len({receives() for _ in range(5)}) == 1
    assert welcome(receives("CA2")) is Welcome.WELCOME
    assert session.scalar(select(func.count()).select_from(Call)) == 2


def test_a_call_that_is_told_twenty_times_at_once_is_one_call(session, receives):
    came = at_once(db.engine, 20, lambda own, _: receives(there=own))
    written = {one for one in came if not isinstance(one, IntegrityError)}
    assert len(written) == 1
    assert receives() in written
    assert session.scalar(select(func.count()).select_from(Call)) == 1


def test_somebody_elses_calls_do_not_count(receives):
    for nth in range(3):
        receives(f"CA{nth}")
    assert welcome(receives("CA9", caller="+14135550143")) is Welcome.WELCOME


def test_all_who_withhold_their_number_are_one_caller_with_an_hour_of_their_own(receives):
    came = [welcome(receives(f"CA{nth}", caller=None)) for nth in range(300)]
    assert came == [Welcome.WELCOME] * 3 + [Welcome.SHOWS_NO_NUMBER] * 297
    assert welcome(receives("an hour later", caller=None, now=NOW + AN_HOUR)) is Welcome.WELCOME
    assert welcome(receives("shown")) is Welcome.WELCOME


def test_whether_a_number_was_shown_is_known_though_none_is_kept(session, receives):
    told = [receives("CA1", caller=None)[0], receives("CA2")[0]]
    assert [session.get_one(Call, call_id).withheld for call_id in told] == [True, False]


def test_no_number_of_theirs_is_kept(session, receives):
    call = session.get_one(Call, receives()[0])
    assert (call.phone_encrypted, call.phone_hash) == (None, None)

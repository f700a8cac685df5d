"""What is odd is noticed, pauses what it is about and nothing else, says why, and goes on by one button."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.calls.begin.web import place_call
from app.calls.errors import OfficeHadEnough
from app.calls.odd.watch import watch
from app.campaigns.at_door import find_campaign
from app.clock import utc_now
from app.limits.errors import NotASupporter, TooManyNumbers
from app.limits.holds.change import let_go, standing_holds
from app.limits.holds.visitors import count_refusal
from app.limits.placing import WhyNotRing
from app.limits.visitors import Visitor
from models import (
    ANOMALIES,
    Alert,
    AlertKind,
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CallStatus,
    Campaign,
    CampaignState,
    EventSource,
    LineOutcome,
    PassedOver,
    WhatHappened,
    WhyHeld,
)
from tests.world.calls import office_of, placing, request_for
from tests.world.one_unit import kept

NOW = utc_now()
AN_HOUR = timedelta(hours=1)
UNREACHED = {"rank": 0, "nth": 1, "how_found": "town", "passed_over": PassedOver.VACANT}
WENT_ON = (CallStatus.DIALING, CallStatus.ACCEPTED)


@pytest.fixture
def calls(session, campaign):
    """So many calls that ended a moment ago, that came so far."""

    def calls(how_many, *came_to, ago=timedelta(minutes=5), district=None, **what):
        usual = {
            "campaign_id": campaign,
            "campaign_version": 1,
            "source": CallSource.WEB,
            "status": CallStatus.COMPLETED,
            "created_at": NOW - ago,
            "ended_at": NOW - ago,
        }
        made = [Call(**usual | what) for _ in range(how_many)]
        session.add_all(made)
        session.flush()
        for call in made:
            for status in came_to:
                session.add(event(call, status))
            if district:
                session.add(CalledOffice(call_id=call.id, district_geoid=district, **UNREACHED))
        session.commit()

    return calls


def event(call, status):
    moved = {"what": WhatHappened.MOVED, "from_status": CallStatus.REQUESTED, "to_status": status}
    return CallEvent(call_id=call.id, rank=0, source=EventSource.CARRIER, **moved)


def another_campaign(session):
    campaign = Campaign(slug="another", phone_number="+16175550101", state=CampaignState.LIVE)
    session.add(campaign)
    session.commit()
    return campaign.id


@pytest.fixture
def looks(session):
    """Look now; returns what is held back since."""

    def looks(looks_for=frozenset(ANOMALIES)):
        kept(session, lambda work: watch(work.session, NOW, looks_for))
        return {it.why: it for it in standing_holds(session)}

    return looks


def alerts(session):
    return session.scalars(select(Alert.sentence).where(Alert.kind == AlertKind.ODD, Alert.over_at.is_(None))).all()


def not_placed(session):
    session.rollback()
    return find_campaign(session, "safe-communities").not_placed


def ended(session, hold):
    kept(session, lambda work: let_go(work.session, hold.id, NOW))


def talks(calls, short, long):
    calls(short, *WENT_ON, talk_seconds=4, line_outcome=LineOutcome.ANSWERED)
    calls(long, *WENT_ON, talk_seconds=90, line_outcome=LineOutcome.ANSWERED)


def test_half_of_the_talks_are_over_at_once(session, calls, looks):
    talks(calls, 6, 5)
    held = looks()
    assert set(held) == {WhyHeld.SHORT_TALKS}
    assert alerts(session) == [
        "Something odd was paused. 6 of 11 calls within an hour were over within 10 seconds at the office."
    ]
    assert not_placed(session) is WhyNotRing.HELD
    ended(session, held[WhyHeld.SHORT_TALKS])
    assert (looks(), alerts(session), not_placed(session)) == ({}, [], None)


@pytest.mark.parametrize(("short", "long"), [(4, 5), (5, 6), (0, 40)])
def test_fewer_are_usual(calls, looks, short, long):
    talks(calls, short, long)
    assert looks() == {}


def test_what_was_odd_before_an_hour_is_not_any_more(calls, looks):
    calls(20, *WENT_ON, ago=timedelta(minutes=61), talk_seconds=4, line_outcome=LineOutcome.ANSWERED)
    assert looks() == {}


def test_rings_that_nobody_accepts(session, calls, looks):
    calls(15, CallStatus.DIALING, status=CallStatus.NO_ANSWER)
    calls(5, *WENT_ON)
    held = looks()
    assert alerts(session) == [
        "Something odd was paused. Of 20 phones that we rang within an hour, nobody pressed 1 on 15."
    ]
    ended(session, held[WhyHeld.UNACCEPTED_RINGS])
    assert looks() == {}


def test_a_crowd_of_which_half_picks_up_is_usual(calls, looks):
    calls(20, CallStatus.DIALING, status=CallStatus.NO_ANSWER)
    calls(20, *WENT_ON)
    assert looks() == {}


def test_one_district_is_flooded_and_left_in_peace_alone(session, own, campaign, calls, looks):
    here, elsewhere = office_of(session), office_of(session, "Aaron Michlewitz")
    calls(60, district=here.district_geoid)
    calls(30, district=elsewhere.district_geoid)
    held = looks()
    assert set(held) == {WhyHeld.FLOODED_DISTRICT}
    assert "60 of 90 calls within an hour were for one district" in alerts(session)[0]
    assert not_placed(session) is None
    with pytest.raises(OfficeHadEnough):
        kept(session, lambda work: place_call(work.session, request_for(session, campaign), placing(own)))
    assert kept(
        session,
        lambda work: place_call(work.session, request_for(session, campaign, offices=(elsewhere,)), placing(own)),
    )
    ended(session, held[WhyHeld.FLOODED_DISTRICT])
    other = request_for(session, campaign, phone="+16175550125")
    assert kept(session, lambda work: place_call(work.session, other, placing(own)))


def test_a_church_hall_of_forty_is_no_flood(session, calls, looks):
    calls(45, district=office_of(session).district_geoid)
    assert looks() == {}


def test_what_is_switched_off_is_not_looked_for(calls, looks):
    talks(calls, 20, 0)
    assert looks(frozenset(ANOMALIES) - {WhyHeld.SHORT_TALKS}) == {}


def test_two_campaigns_that_are_odd_at_once_are_safe_mode(session, campaign, calls, looks):
    for whose in (campaign, another_campaign(session)):
        calls(12, *WENT_ON, campaign_id=whose, talk_seconds=1, line_outcome=LineOutcome.ANSWERED)
    held = looks()
    assert "2 campaigns are odd at once" in held[WhyHeld.SAFE_MODE].sentence
    assert session.scalars(select(Alert.kind).where(Alert.kind == AlertKind.SAFE_MODE)).all()


def test_a_visitor_who_asks_again_and_again_for_numbers_that_are_not_rung(session, own, campaign):
    who = Visitor("a visitor", numbers_per_hour=5, numbers_per_day=10)
    for _ in range(14):
        kept(session, lambda work: count_refusal(work.session, who, NotASupporter(), own.vault, NOW))
    assert standing_holds(session) == []
    kept(session, lambda work: count_refusal(work.session, who, NotASupporter(), own.vault, NOW))
    (held,) = standing_holds(session)
    assert "asked 15 times" in held.sentence
    request = request_for(session, campaign)
    with pytest.raises(TooManyNumbers):
        kept(session, lambda work: place_call(work.session, request, placing(own, "a visitor")))
    assert kept(session, lambda work: place_call(work.session, request, placing(own, "another")))
    ended(session, held)
    again = request_for(session, campaign, phone="+16175550126")
    assert kept(session, lambda work: place_call(work.session, again, placing(own, "a visitor")))


def test_a_crowd_that_asks_for_more_than_one_may_is_not_odd(session, own, campaign):
    who = Visitor("a church hall", numbers_per_hour=5, numbers_per_day=10)
    for _ in range(40):
        kept(session, lambda work: count_refusal(work.session, who, TooManyNumbers(), own.vault, NOW))
    assert standing_holds(session) == []


def test_before_that_browsers_work_for_a_call_as_long_as_it_is_so(session, calls, looks):
    calls(6, CallStatus.DIALING, status=CallStatus.NO_ANSWER)
    calls(5, *WENT_ON)
    assert looks() == {}
    assert find_campaign(session, "safe-communities").asks_proof
    calls(10, *WENT_ON)
    assert looks() == {}
    assert not find_campaign(session, "safe-communities").asks_proof

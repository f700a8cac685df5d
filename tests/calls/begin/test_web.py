"""Placing a call: who may be rung, how often, and that a crowd at the door changes nothing of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, update

from app.calls.begin.web import place_call
from app.calls.errors import CallInFlight, CampaignChanged
from app.calls.life.status import move_call
from app.guard.phone_vault import DO_NOT_CALL
from app.limits.errors import DoNotCallError, NotASupporter, TooManyCalls
from app.representatives import RosterStamp
from app.store.db import db
from models import (
    Call,
    CallStatus,
    Campaign,
    CampaignState,
    DoNotCall,
    EventSource,
    NeverRung,
    NumberRung,
    VisitorAsked,
)
from tests.world.calls import a_call, office_of, placing, request_for, rings, seen
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once

PHONE = "+16175550123"


@pytest.fixture
def place(session, own, campaign):
    """Place a call; says what about it is not as usual."""

    def place(**what):
        request = request_for(session, campaign, **what)
        return kept(session, lambda work: place_call(work.session, request, placing(own)))

    return place


@pytest.fixture
def was_called(session, place):
    """A call that was placed, rang, and is over."""

    def was_called(**what):
        assert rings(session, session.get_one(Call, place(**what)), datetime.now(UTC), pressed=True)

    return was_called


def rows(session, table):
    return session.scalar(select(func.count()).select_from(table))


def test_forty_forms_at_once_for_one_number_are_one_call(session, own, campaign):
    office = office_of(session)
    requests = [request_for(session, campaign, offices=(office,)) for _ in range(40)]
    session.rollback()
    came = at_once(db.engine, 40, lambda own_session, n: place_call(own_session, requests[n], placing(own)))
    assert sorted(str(type(one).__name__) for one in came) == ["CallInFlight"] * 39 + ["int"]
    assert rows(session, Call) == 1


def test_one_form_sent_twenty_times_at_once_is_one_call(session, own, campaign):
    request = request_for(session, campaign)
    session.rollback()
    came = at_once(db.engine, 20, lambda own_session, _: place_call(own_session, request, placing(own)))
    assert came == [came[0]] * 20
    assert rows(session, Call) == 1


def test_what_is_canceled_before_it_rings_counts_for_nothing(session, place):
    for _ in range(4):
        move_call(session, place(), CallStatus.CANCELED, source=EventSource.PAGE)
        session.commit()
    assert place()


def test_whoever_found_an_office_by_another_roster_looks_again(session, place, campaign):
    found = replace(seen(session, campaign), roster=RosterStamp("MA", 1, "another"))
    with pytest.raises(CampaignChanged):
        place(campaign=found)


def test_the_same_form_is_the_same_call(place):
    assert place(form_nonce="one form") == place(form_nonce="one form")


def test_a_second_call_to_a_number_is_refused_while_the_first_is_under_way(place):
    place()
    with pytest.raises(CallInFlight):
        place()


def test_two_numbers_can_be_rung_at_once(place):
    assert place() != place(phone="+16175550124")


def test_a_number_is_rung_twice_an_hour_and_no_more(place, was_called):
    was_called()
    was_called()
    with pytest.raises(TooManyCalls):
        place()


def test_another_number_has_hours_of_its_own(place, was_called):
    was_called()
    was_called()
    assert place(phone="+14135550123")


def test_what_is_refused_leaves_nothing_behind(session, place, was_called):
    was_called()
    was_called()
    with pytest.raises(TooManyCalls):
        place()
    assert (rows(session, Call), rows(session, VisitorAsked)) == (2, 2)


@pytest.mark.parametrize("state", [CampaignState.DRAFT, CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_only_a_live_campaign_rings_anybody(session, place, state):
    session.execute(update(Campaign).values(state=state))
    with pytest.raises(CampaignChanged):
        place()


def test_a_number_that_asked_never_to_be_called_is_not(session, own, place):
    session.add(DoNotCall(phone_hash=own.vault.fingerprint(PHONE, purpose=DO_NOT_CALL), how="test"))
    with pytest.raises(DoNotCallError):
        place()


@pytest.mark.parametrize("phone", ["+16177222400", "+16175550100", "+12024561414"])
def test_an_office_the_campaign_itself_or_an_institution_is_not_rung_as_a_supporter(place, phone):
    with pytest.raises(NotASupporter):
        place(phone=phone)


@pytest.mark.parametrize("begins", ["+1413555", "+1413555019", "+14135550190"])
def test_what_organizers_added_is_not_rung_nor_what_begins_so(session, place, begins):
    session.add(NeverRung(begins=begins, what="a hotline", added_at=datetime.now(UTC), added_by="ana@example.org"))
    with pytest.raises(NotASupporter):
        place(phone="+14135550190")
    assert place(phone="+16175550190")


def test_a_rehearsal_counts_for_nothing(session, own, campaign):
    rehearsals = replace(placing(own), rehearsal=True)
    for _ in range(4):
        place_call(session, request_for(session, campaign), rehearsals)
    assert (rows(session, Call), rows(session, NumberRung)) == (4, 0)


def test_a_real_call_is_placed_beside_rehearsals(session, own, campaign, place):
    rehearsals = replace(placing(own), rehearsal=True)
    place_call(session, request_for(session, campaign), rehearsals)
    assert place()


def test_the_number_is_kept_nowhere_in_plain_sight(session, own, campaign):
    a_call(session, own, campaign)
    for table in ("call", "consent", "number_rung", "procrastinate_jobs"):
        assert "5550123" not in str(session.connection().exec_driver_sql(f'SELECT * FROM "{table}"').all())  # noqa: S608


def test_a_rolled_back_call_has_no_job(session, place, was_called):
    was_called()
    was_called()
    with pytest.raises(TooManyCalls):
        place()
    jobs = session.connection().exec_driver_sql("SELECT count(*) FROM procrastinate_jobs").scalar()
    assert jobs == rows(session, Call)

"""What the carrier refuses pauses placing as far as it reaches, is told, and is over once a ring is taken."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.begin.web import place_call
from app.calls.life.carrier_events import REFUSED
from app.calls.run.ring import ring, ring_everybody
from app.limits.errors import PlacingPaused
from models import Alert, Call, CallStatus, CarrierEvent, EndReason, PlacingPause
from tests.world.calls import a_call, placing, request_for
from tests.world.carrier.server import LEG
from tests.world.jobs import codes_noted, jobs_done
from tests.world.one_unit import kept


@pytest.fixture
def asks(session, own, campaign):
    """Somebody asks to be called; each has another number."""

    def asks(nth, **what):
        return a_call(session, own, campaign, phone=f"+1617555013{nth}", **what).id

    return asks


@pytest.fixture
def refused(session, ringing, carrier_server, call):
    """The carrier refuses the call, and every one after it."""

    def refused(status, code):
        carrier_server.refuses(status, code)
        kept(session, lambda work: ring(work, call.id, ringing))

    return refused


def ends(session):
    session.rollback()
    return dict(session.execute(select(Call.id, Call.end_reason)).all())


def told(session):
    return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None))).all()


def test_a_refused_account_rings_nobody_else(session, ringing, carrier_server, asks, refused):
    second = asks(1)
    refused(401, 20003)
    jobs_done(session, ringing)
    assert (carrier_server.rung(), ends(session)[second]) == (1, EndReason.REFUSED_TO_US)


@pytest.mark.parametrize(("status", "code"), [(400, 21210), (401, 20003), (400, 20006), (403, 20005)])
def test_a_click_rings_nobody_then(session, own, campaign, refused, status, code):
    refused(status, code)
    with pytest.raises(PlacingPaused):
        place_call(session, request_for(session, campaign, phone="+16175550131"), placing(own))


@pytest.mark.parametrize("code", [21211, 21215, 21219])
def test_what_is_about_one_number_stops_nobody_else(session, own, campaign, refused, code):
    refused(400, code)
    assert place_call(session, request_for(session, campaign, phone="+16175550131"), placing(own))


def test_a_number_that_may_not_be_rung_is_not_tried_again_at_once(session, own, campaign, refused):
    refused(400, 21219)
    with pytest.raises(PlacingPaused):
        place_call(session, request_for(session, campaign), placing(own))


def test_organizers_read_code_meaning_and_cure(session, refused):
    refused(400, 21210)
    (sentence,) = told(session)
    assert "One campaign rings nobody" in sentence
    assert "not the account's" in sentence
    assert "(error 21210)" in sentence
    assert "Give the campaign a number" in sentence


@pytest.mark.parametrize("code", ["21210", "no code", 2**60, "9" * 99, [1], True, -21210, None])
def test_a_code_in_whatever_form_ends_the_call_and_blames_nobody_who_typed(
    session, call, carrier_server, refused, code
):
    carrier_server.answers(400, {"code": code, "message": "no", "status": 400})
    refused(400, 0)
    why = EndReason.REFUSED_TO_US if code == "21210" else EndReason.CARRIER_UNREACHABLE
    assert ends(session)[call.id] is why


def test_a_number_that_is_none_is_no_alert(session, refused):
    refused(400, 21211)
    assert told(session) == []


def test_the_call_keeps_why(session, call, refused):
    refused(400, 21215)
    kind, name, what = session.execute(select(CarrierEvent.kind, CarrierEvent.name, CarrierEvent.told)).one()
    assert (kind, name, what) == (REFUSED, "ours", {"ErrorCode": "21215"})


def test_a_ring_that_is_taken_ends_it_and_its_alert(session, ringing, carrier_server, asks, refused):
    refused(400, 20006)
    session.execute(update(PlacingPause).values(until=ringing.clock() - timedelta(seconds=1)))
    session.commit()
    asks(2)
    carrier_server.answers_from_now_on()
    jobs_done(session, ringing)
    assert session.scalars(select(PlacingPause)).all() == []
    assert told(session) == []


def test_of_two_one_alone_is_let_through(session, ringing, carrier_server, asks, refused):
    refused(400, 20006)
    session.execute(update(PlacingPause).values(until=ringing.clock() - timedelta(seconds=1)))
    session.commit()
    calls = asks(2), asks(3)
    jobs_done(session, ringing)
    assert carrier_server.rung() == 2
    assert [ends(session)[call_id] for call_id in calls] == [EndReason.REFUSED_TO_US] * 2


def test_whoever_waits_for_a_busy_line_is_told_too(session, ringing, asks, refused):
    calls = [asks(nth) for nth in range(4)]
    refused(403, 20005)
    kept(session, lambda work: ring_everybody(work, ringing))
    assert {ends(session)[call_id] for call_id in calls} == {EndReason.REFUSED_TO_US}


def test_a_rehearsal_pauses_nothing(session, call, refused):
    session.execute(update(Call).values(rehearsal=True))
    session.commit()
    refused(401, 20003)
    assert session.scalars(select(PlacingPause)).all() == []


def test_a_busy_carrier_is_not_asked_again_once_placing_is_paused(session, ringing, carrier_server, call, refused):
    refused(429, 20429)
    pause = {"concerns": "account", "about": "", "code": 20005, "misses": 1, "since": ringing.clock()}
    session.add(PlacingPause(**pause))
    session.commit()
    jobs_done(session, ringing)
    assert (carrier_server.rung(), ends(session)[call.id]) == (1, EndReason.REFUSED_TO_US)


def test_a_call_that_fails_later_with_a_code_counts_the_same(session, call, carrier, fresh, own):
    carrier.reports("failed", 3, ErrorCode="32205")
    codes_noted(session, own.vault)
    found = fresh(call.id)
    assert (found.status, found.end_reason) == (CallStatus.FAILED, EndReason.REFUSED_TO_US)
    assert "(error 32205)" in told(session)[0]


def test_a_call_that_fails_without_a_code_says_nothing_of_that(call, carrier, fresh):
    carrier.reports("failed", 3)
    assert fresh(call.id).end_reason is None


def test_an_office_to_which_we_are_not_put_through_is_no_dead_line(session, own, carrier):
    carrier.asks("after/connect/0/3", DialCallStatus="failed", DialCallSid=LEG, ErrorCode="13214")
    codes_noted(session, own.vault)
    assert session.scalars(select(PlacingPause.code)).all() == [13214]


def test_an_office_that_may_not_be_rung_keeps_no_supporter_from_being_rung(session, own, campaign, carrier, call):
    carrier.asks("after/connect/0/3", DialCallStatus="failed", ErrorCode="13227")
    codes_noted(session, own.vault)
    session.execute(update(Call).values(status=CallStatus.COMPLETED, ended_at=own.clock()))
    session.commit()
    assert "Some numbers cannot be rung" in told(session)[0]
    assert place_call(session, request_for(session, campaign), placing(own))


def test_a_code_that_is_told_twice_counts_once(session, own, carrier):
    for _ in range(2):
        carrier.reports("failed", 3, ErrorCode="20500")
    codes_noted(session, own.vault)
    assert session.scalars(select(PlacingPause.misses)).all() == [1]


def test_a_document_that_could_not_be_fetched_is_kept_with_the_call(session, own, carrier):
    carrier.asks("fallback", ErrorCode="11200", ErrorUrl="https://elsewhere.example")
    codes_noted(session, own.vault)
    assert session.scalars(select(CarrierEvent.told)).all() == [{"ErrorCode": "11200"}]
    assert told(session) == []

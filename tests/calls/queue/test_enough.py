"""An office that complained takes few of our calls a day, counted exactly; who comes later calls the next one."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from app.calls.begin.web import place_call
from app.calls.errors import OfficeHadEnough
from app.calls.queue.claim import Gate, claim_line, set_pace
from app.calls.run.ring import ring
from models import Call, CalledOffice, CallStatus, EndReason, Leg, LegRole, LegStatus
from tests.world.calls import MANY, a_call, office_of, placing, request_for
from tests.world.one_unit import kept


@pytest.fixture
def number(session):
    """The number of the office, which takes one call a day."""
    number = office_of(session).number
    set_pace(session, number, 2, 1)
    session.commit()
    return number


@pytest.fixture
def had_its_call(session, own, campaign):
    """Somebody was connected there today, which nobody has counted yet."""

    def had_its_call(number):
        call = a_call(session, own, campaign, phone="+16175550139")
        office = session.scalar(select(CalledOffice.id).where(CalledOffice.call_id == call.id))
        leg = {
            "call_id": call.id,
            "called_office_id": office,
            "carrier_sid": "CA1",
            "status": LegStatus.COMPLETED,
        }
        session.add(Leg(role=LegRole.OFFICE, **leg))
        over = {"status": CallStatus.COMPLETED, "ended_at": datetime.now(UTC), "waits_for": None, "waits_since": None}
        session.execute(update(Call).where(Call.id == call.id).values(**over))
        session.commit()

    return had_its_call


def claims(session, own, campaign, number, phone):
    call = a_call(session, own, campaign, phone=phone)
    gate = claim_line(session, call.id, number, datetime.now(UTC), MANY)
    session.execute(update(Call).where(Call.id == call.id).values(status=CallStatus.DIALING))
    session.commit()
    return gate


def test_who_holds_the_line_counts(session, own, campaign, number):
    first = claims(session, own, campaign, number, "+16175550131")
    with pytest.raises(OfficeHadEnough):
        claims(session, own, campaign, number, "+16175550132")
    assert first is Gate.OPEN


def test_who_talked_and_was_not_counted_yet_counts_too(session, own, campaign, call, number, had_its_call):
    had_its_call(number)
    assert claim_line(session, call.id, number, datetime.now(UTC), MANY) is Gate.ENOUGH


def test_whoever_waits_then_is_rung_by_nobody(session, ringing, call, fresh, number, had_its_call):
    had_its_call(number)
    kept(session, lambda work: ring(work, call.id, ringing))
    found = fresh(call.id)
    assert (found.status, found.end_reason) == (CallStatus.CANCELED, EndReason.OFFICE_HAD_ENOUGH)


def test_a_click_is_refused_once_it_is_counted(session, own, campaign, call, number, had_its_call):
    had_its_call(number)
    claim_line(session, call.id, number, datetime.now(UTC), MANY)
    session.commit()
    with pytest.raises(OfficeHadEnough):
        place_call(session, request_for(session, campaign, phone="+16175550133"), placing(own))


def test_without_a_limit_as_many_are_connected_as_come(session, own, campaign, number, had_its_call):
    set_pace(session, number, 50, None)
    session.commit()
    had_its_call(number)
    assert claims(session, own, campaign, number, "+16175550131") is Gate.OPEN

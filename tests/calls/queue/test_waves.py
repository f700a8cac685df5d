"""On a day of action whoever waits beyond their office's wave is told, and no office is rung beyond its share."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.calls.begin.web import place_call
from app.calls.errors import OfficeHadEnough
from app.calls.run.ring import ring, ring_everybody
from app.campaigns.action.kept import day_at
from app.campaigns.action.share import take_share
from app.clock import eastern_day
from app.extensions import given
from app.representatives.opening.typed.reading import ALL_DAY
from models import ActionShare, Call, CallStatus, EndReason
from tests.world.calls import a_call, placing, request_for
from tests.world.campaign.action import PAT, day_of_action, seat_of, wave
from tests.world.one_unit import kept


@pytest.fixture
def day(session, campaign):
    """Makes today a day of action on which Pat Duffy's office is called at these hours."""

    def day(hours="all day", **what):
        today = eastern_day(given().clock())
        day_of_action(session, campaign, wave(session, hours, PAT), day=today, hours=ALL_DAY[0], **what)
        return day_at(session, campaign, today)

    return day


def is_over(fresh, call):
    found = fresh(call.id)
    return found.status, found.end_reason


def test_whoever_waits_when_the_wave_is_over_is_not_rung(session, ringing, call, fresh, day):
    day("12:00 am to 12:01 am")
    kept(session, lambda work: ring(work, call.id, ringing))
    assert is_over(fresh, call) == (CallStatus.CANCELED, EndReason.WAVE_OVER)


def test_the_sweep_tells_whoever_stands_behind_too(session, ringing, own, campaign, fresh, day):
    waiting = [a_call(session, own, campaign, phone=f"+1617555013{nth}") for nth in range(3)]
    day("12:00 am to 12:01 am")
    kept(session, lambda work: ring_everybody(work, ringing))
    assert {is_over(fresh, call) for call in waiting} == {(CallStatus.CANCELED, EndReason.WAVE_OVER)}


def test_in_the_wave_they_are_rung(session, ringing, call, fresh, day):
    day()
    kept(session, lambda work: ring(work, call.id, ringing))
    assert fresh(call.id).status is CallStatus.DIALING


def test_of_many_at_once_exactly_its_share_is_admitted(session, day):
    action, pat = day(share=5), seat_of(session, PAT)
    admitted, together = [], Barrier(12)

    def asks():
        with Session(session.get_bind()) as own:
            together.wait()
            admitted.append(take_share(own, action, pat))
            own.commit()

    crowd = [Thread(target=asks) for _ in range(12)]
    [one.start() for one in crowd]
    [one.join() for one in crowd]
    assert (sum(admitted), session.scalar(select(ActionShare.calls))) == (5, 5)


def test_who_is_on_the_way_counts_before_the_office_rings(session, ringing, own, campaign, fresh, day):
    day(share=1)
    first, second = (a_call(session, own, campaign, phone=f"+1617555013{nth}") for nth in range(2))
    for call in (first, second):
        kept(session, lambda work, call=call: ring(work, call.id, ringing))
    session.execute(update(Call).where(Call.id == first.id).values(status=CallStatus.ACCEPTED))
    session.commit()
    kept(session, lambda work: ring(work, second.id, ringing))
    assert is_over(fresh, second) == (CallStatus.CANCELED, EndReason.OFFICE_HAD_ENOUGH)


def test_a_click_beyond_the_share_is_told_so(session, own, campaign, day):
    take_share(session, day(share=1), seat_of(session, PAT))
    session.commit()
    with pytest.raises(OfficeHadEnough):
        place_call(session, request_for(session, campaign, phone="+16175550133"), placing(own))


def test_another_office_has_its_own_share(session, day):
    action = day(share=1)
    assert [take_share(session, action, geoid) for geoid in ("25001", "25002", "25001")] == [True, True, False]

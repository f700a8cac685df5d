"""Who is rung next: claimed with the office's line by one worker, and left alone by all others."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from app.calls.queue.claim import line_state, rest_line
from app.calls.queue.first import first_beside
from app.calls.queue.next import Claimed, Paces, Taking, claim
from app.limits.money.reserve import MayCost
from app.store.unit import Unit
from models import Call, CallStatus, Campaign, CampaignState
from tests.world.calls import MANY, the_ring

NOW = datetime.now(UTC)
ALWAYS = Paces(calls_per_second=1000.0, office_a_day=MANY)


@pytest.fixture
def number(session, call):
    return session.scalar(select(Call.waits_for))


@pytest.fixture
def claims(session, call):
    """Claim the call, as a worker that has seen it stand first; returns whether it has it then."""
    first = first_beside(session, call.id, NOW)

    def claims():
        may_cost = MayCost(first.id, first.campaign_id, Decimal(1), Decimal("0.014"))
        claimed, _ = claim(Unit(session), first, NOW, Taking(the_ring(call.campaign_id, NOW), ALWAYS, may_cost))
        session.commit()
        return claimed

    return claims


def test_whoever_claims_a_call_has_its_line_too(claims, call, number, fresh):
    assert claims() is Claimed.MINE
    assert (fresh(call.id).status, fresh(call.id).holds_line) == (CallStatus.DIALING, number)


def test_a_worker_that_comes_too_late_does_not_stand_the_call_in_line_again(claims, call, fresh):
    claims()
    assert claims() is Claimed.GONE
    assert fresh(call.id).waits_for is None


def test_a_call_that_may_not_be_rung_any_more_gives_the_line_back(session, claims, call, number, fresh):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert claims() is Claimed.GONE
    assert (line_state(session, number).held, fresh(call.id).waits_for) == (0, number)


def test_a_call_for_which_there_is_no_room_keeps_its_place(session, claims, call, number, fresh):
    rest_line(session, number, NOW, timedelta(minutes=5))
    session.commit()
    assert claims() is Claimed.FULL
    assert fresh(call.id).waits_for == number

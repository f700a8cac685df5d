"""Who is rung next: claimed with the office's line by one worker, and left alone by all others."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app.calls.queue.claim import line_state, rest_line
from app.calls.queue.next import claim
from app.store.unit import Unit
from models import Call, CallStatus, Campaign, CampaignState

NOW = datetime.now(UTC)


@pytest.fixture
def number(session, call):
    return session.scalar(select(Call.waits_for))


@pytest.fixture
def claims(session, call, number):
    return lambda: claim(Unit(session), call.id, number, NOW)


def test_whoever_claims_a_call_has_its_line_too(claims, call, number, fresh):
    assert claims()
    assert (fresh(call.id).status, fresh(call.id).holds_line) == (CallStatus.DIALING, number)


def test_a_worker_that_comes_too_late_does_not_stand_the_call_in_line_again(claims, call, fresh):
    claims()
    assert not claims()
    assert fresh(call.id).waits_for is None


def test_a_call_that_may_not_be_rung_any_more_gives_the_line_back(session, claims, call, number, fresh):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert not claims()
    assert (line_state(session, number).held, fresh(call.id).waits_for) == (0, number)


def test_a_call_for_which_there_is_no_room_keeps_its_place(session, claims, call, number, fresh):
    rest_line(session, number, NOW, timedelta(minutes=5))
    session.commit()
    assert not claims()
    assert fresh(call.id).waits_for == number

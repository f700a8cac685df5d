"""A demo that was killed while people talked: the next one finds out at once that nobody is on the phone any more."""

import pytest
from sqlalchemy import select

from app.calls.life.status import move_call
from app.one_process import Arrangement, running
from models import Call, CallStatus, EndReason, EventSource
from tests.world.calls import a_call
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import eventually

TALKS = (CallStatus.DIALING, CallStatus.ANSWERED, CallStatus.ACCEPTED, CallStatus.CONNECTING, CallStatus.TALKING)


@pytest.fixture
def talking(session, app, campaign):
    """Somebody who talks, as far as anybody was told."""
    call = a_call(session, app.extensions["ringdown"], campaign)
    for status in TALKS:
        assert move_call(session, call.id, status, source=EventSource.CARRIER)
    session.commit()


def why_it_ended(session):
    session.rollback()
    return session.scalars(select(Call.end_reason)).one()


@pytest.mark.usefixtures("talking")
def test_whoever_talked_is_told_that_the_call_is_lost(session, settings):
    with running(settings, Arrangement(numbers=(CAMPAIGN_NUMBER,), demo=True)):
        assert eventually(lambda: why_it_ended(session)) is EndReason.LOST

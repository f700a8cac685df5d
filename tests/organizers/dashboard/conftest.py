"""An organizer who looks, and calls that the job has counted."""

from datetime import timedelta
from html import unescape

import pytest

from app.statistics.counting import count
from models import CallEvent, CallStatus, EventSource, LineOutcome, ReportedOutcome, ReportSource, WhatHappened
from tests.world.one_unit import kept

TALKED = {
    "line_outcome": LineOutcome.ANSWERED,
    "talk_seconds": 134,
    "reported_outcome": ReportedOutcome.CONTACT,
    "reported_source": ReportSource.KEYPAD,
}


@pytest.fixture
def reads(signed_in):
    """The text of an organizers' page."""
    return lambda page, **query: unescape(signed_in.reads(f"/organizers/{page}", **query))


@pytest.fixture
def counted(app, session):
    """Lets the job count all that happened."""
    return lambda: kept(session, lambda work: count(work, app.extensions["ringdown"].clock))


@pytest.fixture
def happened(app, session, called, counted):
    """A call of just now that is over, or under way, and is counted."""

    def happened(**columns):
        now = app.extensions["ringdown"].clock() - timedelta(seconds=90)
        call = called(at=now, **columns)
        what = {"what": WhatHappened.BEGUN, "to_status": CallStatus.REQUESTED, "rank": 0, "source": EventSource.PAGE}
        session.add(CallEvent(call_id=call.id, **what))
        session.commit()
        counted()
        return call

    return happened

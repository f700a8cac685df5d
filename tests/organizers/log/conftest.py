"""Calls of the log with all that the log knows of them."""

import pytest

from app.calls.life.notes import sealed_note
from app.statistics.counting import count
from models import (
    CallEvent,
    CallStatus,
    EventSource,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    ReportSource,
    WhatHappened,
)
from tests.world.one_unit import kept


@pytest.fixture
def happened(app, session, called):
    """A call that is counted, with what its office showed and its supporter told."""

    def happened(*, line=None, said=None, stance=None, note="", **columns):
        reported = {"reported_outcome": said, "reported_source": ReportSource.PAGE} if said else {}
        call = called(**{"line_outcome": line, **reported, **columns})
        office = call.offices[0].id if call.offices else None
        if line:
            leg = {"carrier_sid": f"CB{call.id}", "status": LegStatus.COMPLETED, "role": LegRole.OFFICE}
            session.add(Leg(call_id=call.id, called_office_id=office, **leg))
        if said:
            sealed = sealed_note(app.extensions["ringdown"].vault, note, f"page {call.id}")
            told = {"outcome": said, "stance": stance, "note_sealed": sealed, "created_at": call.created_at}
            session.add(Feedback(called_office_id=office, source=ReportSource.PAGE, **told))
        begun = {"what": WhatHappened.BEGUN, "to_status": CallStatus.REQUESTED, "rank": 0}
        session.add(CallEvent(call_id=call.id, source=EventSource.PAGE, **begun))
        session.commit()
        return call.id

    return happened


@pytest.fixture
def counted(app, session):
    """Lets the job count all that happened."""
    return lambda: kept(session, lambda work: count(work, app.extensions["ringdown"].clock))

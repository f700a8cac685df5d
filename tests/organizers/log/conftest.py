"""Calls of the log with all that the log knows of them."""

import re
from datetime import date

import pytest
from sqlalchemy.dialects.postgresql import insert

from app.calls.life.notes import sealed_note
from app.organizers.log import shown
from app.statistics.counting import count
from models import (
    EVER,
    CallEvent,
    CallStatus,
    CountedBy,
    CountOfDay,
    CountOfMonth,
    EventSource,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    ReportSource,
    WhatHappened,
)
from tests.world.one_unit import kept

LONG_AGO = date(2025, 1, 1)
OLDER = re.compile(r'rel="next" href="([^"]+)"')
ROWS = re.compile(r'href="/organizers/calls/(\d+)"')


@pytest.fixture
def two_a_page(monkeypatch):
    """Pages of two calls, so that a few of them make several."""
    monkeypatch.setattr(shown.page_of, "__defaults__", (2,))


@pytest.fixture
def pages(signed_in):
    """The calls of each page, one page after the other."""

    def pages(**query):
        text, seen = signed_in.reads("/organizers/calls", **query), []
        while True:
            seen.append([int(it) for it in ROWS.findall(text)])
            older = OLDER.search(text)
            if older is None:
                return seen
            text = signed_in.reads(older[1].replace("&amp;", "&"))

    return pages


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


@pytest.fixture
def long_gone(session, campaign):
    """Lets so many calls have been counted on a day of long ago, and be deleted by now: in English, each of them."""

    def gone(many):
        counts = {"campaign_id": campaign, "calls": many, "seconds": 0}
        for dimension, value in ((CountedBy.CALLS, ""), (CountedBy.LANGUAGE, "en")):
            its = {**counts, "dimension": dimension, "value": value}
            session.add(CountOfDay(day=LONG_AGO, booked=LONG_AGO, **its))
            for month in (LONG_AGO, EVER):
                row = insert(CountOfMonth).values(month=month, **its)
                key, more = CountOfMonth.__mapper__.primary_key, {"calls": CountOfMonth.calls + many}
                session.execute(row.on_conflict_do_update(index_elements=key, set_=more))
        session.commit()

    return gone

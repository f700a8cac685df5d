"""The end of a leg is one statement that stands alone; where both legs end at once, both count."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import STATUS, Told
from app.calls.life.changes import apply_told
from app.calls.life.legs import LegNews, lock_call
from app.store.db import db
from app.store.unit import LightUnit
from models import Call, CallEvent, CallStatus, CarrierEvent, LegStatus, LineOutcome
from tests.world.calls import a_call
from tests.world.people.crowd import wait_until_they_wait

LINE = "+16175550142"


@pytest.fixture
def talking(bridged):
    """The carrier of a call whose supporter talks with the office."""
    bridged.reports("in-progress", 0, office=True, at=60)
    return bridged


def ends(carrier):
    return carrier.reports("completed", 1, at=108, CallDuration="102")


def end_of_office(connection, call_id, sid):
    """The same of the office's leg, told on this connection."""
    told = Told(sid, STATUS, "completed", LegStatus.COMPLETED, 0, {})
    news = LegNews(sid, 0, LegStatus.COMPLETED, duration=42)
    return apply_told(LightUnit(connection, Session(connection)), call_id, told, news)


def test_an_end_is_one_statement_that_needs_no_transaction(talking, call, count_statements):
    count_statements.reset()
    ends(talking)
    assert (len(count_statements.statements), count_statements.commits) == (1, 0)


def test_what_came_of_it_is_derived_from_what_this_very_report_tells(talking, fresh, call):
    talking.reports("completed", 1, office=True, at=102, CallDuration="42")
    ends(talking)
    now = fresh(call.id)
    assert (now.status, now.line_outcome) == (CallStatus.COMPLETED, LineOutcome.ANSWERED)
    assert (now.talk_seconds, now.total_seconds) == (42, 102)


def test_two_ends_at_once_are_both_counted_whichever_came_first(talking, fresh, session, call):
    with db.engine.connect() as other, ThreadPoolExecutor(1) as threads:
        lock_call(Session(other), call.id)
        later = threads.submit(ends, talking)
        wait_until_they_wait(db.engine, 1)
        assert end_of_office(other, call.id, talking.office_leg)
        other.commit()
        assert later.result().status_code == 200
    now = fresh(call.id)
    assert (now.talk_seconds, now.total_seconds, now.status) == (42, 102, CallStatus.COMPLETED)
    told = select(func.count()).select_from(CarrierEvent).where(CarrierEvent.name == "completed")
    assert session.scalar(told) == 2
    ended = select(func.count()).select_from(CallEvent).where(CallEvent.to_status == CallStatus.COMPLETED)
    assert session.scalar(ended) == 1


def test_who_waits_for_its_line_hears_of_the_end_in_the_same_transaction(
    talking, session, own, campaign, call, count_statements
):
    waiting = a_call(session, own, campaign, phone="+16175550143")
    session.execute(update(Call).where(Call.id == call.id).values(holds_line=LINE))
    session.execute(update(Call).where(Call.id == waiting.id).values(waits_for=LINE, waits_since=func.now()))
    session.execute(text("DELETE FROM procrastinate_jobs"))
    session.commit()
    count_statements.reset()
    ends(talking)
    assert count_statements.commits == 1
    assert session.scalars(text("SELECT task_name FROM procrastinate_jobs")).all() == ["ring_waiting"]

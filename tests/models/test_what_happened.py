"""Calls that were there before what happened was kept are told as far as their rows know."""

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import delete, select, text

from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.store.migrate import alembic_config
from models import CallEvent, CallStatus, EventSource, ReportedOutcome, WhatHappened
from tests.world.calls import CHANGEABLE, a_call
from tests.world.carrier.stories import a_conversation, a_new_carrier, nobody_home
from tests.world.time.clocks import local

S, What, Source = CallStatus, WhatHappened, EventSource


@pytest.fixture
def told_later(session):
    """Forget what happened, let the migration tell it from the rows, and say what it tells of a call."""

    def told_later(call_id):
        session.execute(delete(CallEvent))
        migration = ScriptDirectory.from_config(alembic_config()).get_revision("0009").module
        for statement in (migration.BEGUN, migration.MOVED, migration.REPORTED):
            session.execute(text(statement))
        of_call = select(CallEvent).where(CallEvent.call_id == call_id).order_by(CallEvent.id)
        return [(it.what, it.from_status, it.to_status, it.outcome, it.source) for it in session.scalars(of_call)]

    return told_later


@pytest.fixture
def plays(app, session, campaign):
    """A call in which all of a story has happened."""

    def plays(story):
        carrier = a_new_carrier(app, session, campaign)
        for happens in story(carrier):
            happens()
        return carrier.call_id

    return plays


BEGUN = (What.BEGUN, None, S.REQUESTED, None, Source.PAGE)


def test_a_call_that_waits_has_begun(session, app, campaign, told_later):
    assert told_later(a_call(session, app.extensions["ringdown"], campaign).id) == [BEGUN]


def test_a_call_that_is_agreed_for_later_began_so(session, app, campaign, told_later):
    call = a_call(session, app.extensions["ringdown"], campaign, ring_from=local("2026-11-02 09:00"))
    assert told_later(call.id) == [(What.BEGUN, None, S.SCHEDULED, None, Source.PAGE)]


def test_a_call_that_is_over_has_moved_there(plays, told_later):
    moved = (What.MOVED, S.REQUESTED, S.NO_ANSWER, None, Source.RECONCILED)
    assert told_later(plays(nobody_home)) == [BEGUN, moved]


def test_what_was_said_is_told_and_by_whom(session, plays, told_later):
    call_id = plays(a_conversation)
    report_outcome(session, call_id, 0, Report(ReportedOutcome.VOICEMAIL), CHANGEABLE)
    assert told_later(call_id)[2:] == [
        (What.REPORTED, None, None, ReportedOutcome.CONTACT, Source.KEYPAD),
        (What.CORRECTED, None, None, ReportedOutcome.VOICEMAIL, Source.PAGE),
    ]

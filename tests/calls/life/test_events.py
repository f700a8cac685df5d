"""What happened to a call is told once, in order, and tells exactly how its status came about."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.begin.hotline import DialedIn, Receiving, receive_call
from app.calls.life.beginning import NewCall, begin_call
from app.calls.life.changes import apply_news, update_call
from app.calls.life.legs import LegNews
from app.calls.life.reports import Report
from app.calls.life.status import move_call
from app.calls.run.cancel import cancel_call
from app.calls.run.feedback import report_outcome
from app.store.db import db
from app.store.unit import Unit
from models import (
    CallEvent,
    CallSource,
    CallStatus,
    CarrierEvent,
    EndReason,
    EventSource,
    LegStatus,
    ReportedOutcome,
    Stance,
    WhatHappened,
)
from tests.world.calls import CHANGEABLE, a_call, office_of
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.carrier.stories import a_conversation, a_new_carrier, disorder
from tests.world.examples import WHOLE_CALLS
from tests.world.one_unit import kept
from tests.world.people.crowd import wait_until_they_wait
from tests.world.time.clocks import local

S, What, Source = CallStatus, WhatHappened, EventSource


@pytest.fixture
def events(session):
    """Everything that happened to a call, the oldest first."""

    def events(call_id):
        session.rollback()
        return session.scalars(select(CallEvent).where(CallEvent.call_id == call_id).order_by(CallEvent.id)).all()

    return events


@pytest.fixture
def newest(events, call):
    """What of the newest event is asked for."""
    return lambda *names: tuple(getattr(events(call.id)[-1], name) for name in names)


def rows(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


def statuses(events):
    """The statuses that the events tell, from the first on; each begins where the one before ended."""
    moves = [event for event in events if event.to_status]
    assert [event.from_status for event in moves] == [None, *(event.to_status for event in moves[:-1])]
    return [event.to_status for event in moves]


@WHOLE_CALLS
@given(disorder())
def test_in_any_order_events_tell_every_change_of_status_and_nothing_else(
    app, session, campaign, fresh, events, disorder
):
    story, order = disorder
    carrier = a_new_carrier(app, session, campaign)
    requests = list(story(carrier))
    was, before = fresh(carrier.call_id).status, events(carrier.call_id)
    for number in order:
        requests[number]()
        now, after = fresh(carrier.call_id).status, events(carrier.call_id)
        told = [event.to_status for event in after[len(before) :] if event.to_status]
        assert told == ([now] if now is not was else [])
        was, before = now, after
    assert statuses(before)[-1] is was


@WHOLE_CALLS
@example((a_conversation, [0, 1, 2, 3, 4, 5, 12, 7, 8, 9, 10, 11, 12, 13, 0, 6]))
@given(disorder())
def test_what_was_kept_once_tells_nothing_when_it_is_sent_again(app, session, campaign, events, disorder):
    """A turn that only speaks is not kept, and may mean something once more is known."""
    story, order = disorder
    carrier, kept_before = a_new_carrier(app, session, campaign), set()
    requests = list(story(carrier))
    for number in order:
        told, requests_kept = len(events(carrier.call_id)), rows(session, CarrierEvent)
        requests[number]()
        if number in kept_before:
            assert len(events(carrier.call_id)) == told
        if rows(session, CarrierEvent) > requests_kept:
            kept_before.add(number)


def test_a_call_begins_with_what_asked_for_it(events, call):
    (begun,) = events(call.id)
    assert (begun.what, begun.to_status, begun.source) == (What.BEGUN, S.REQUESTED, Source.PAGE)


def test_so_does_one_that_is_agreed_for_later(session, own, campaign, events):
    later = a_call(session, own, campaign, ring_from=local("2026-11-02 09:00"))
    assert statuses(events(later.id)) == [S.SCHEDULED]


def test_so_does_one_that_was_dialed(session, own, campaign, events):
    how = Receiving(own.vault, datetime.now(UTC), calls_per_hour=2, withheld_per_hour=3, settings=own.settings)
    dialed = DialedIn("CA1", CAMPAIGN_NUMBER, None)
    call_id, _ = kept(session, lambda work: receive_call(work.session, dialed, how))
    (begun,) = events(call_id)
    assert (begun.to_status, begun.source) == (S.ANSWERED, Source.KEYPAD)


def test_a_call_that_another_one_excludes_is_not_written_and_nothing_is_told(session, call):
    twin = NewCall(campaign_id=call.campaign_id, campaign_version=1, source=CallSource.WEB, phone_hash=call.phone_hash)
    assert begin_call(session, twin, S.REQUESTED, source=Source.PAGE) is None
    assert session.scalars(select(CallEvent.call_id)).all() == [call.id]


def test_whoever_cancels_on_the_page_is_told_with_the_reason(session, own, call, newest):
    cancel_call(Unit(session), own.carrier, call.id)
    told = newest("from_status", "to_status", "reason", "source")
    assert told == (S.REQUESTED, S.CANCELED, EndReason.CANCELED_ON_PAGE, Source.PAGE)


def test_a_reason_is_told_with_the_ending_that_follows(carrier, newest):
    carrier.asks("answered")
    carrier.asks("after/greeting_last/0/3")
    carrier.reports("completed", 9, at=20)
    assert newest("to_status", "reason", "source") == (S.COMPLETED, EndReason.NO_KEY, Source.CARRIER)


def test_a_reason_that_comes_after_the_ending_is_filled_in(session, call, carrier, newest):
    carrier.reports("completed", 9, at=20)
    update_call(session, call.id, None, source=Source.KEYPAD, reason=EndReason.NO_KEY)
    session.commit()
    assert newest("what", "reason", "to_status") == (What.FILLED_IN, EndReason.NO_KEY, None)


def test_seconds_that_come_after_the_ending_are_filled_in_once(carrier, events, call):
    carrier.reports("completed", 9, at=20)
    for _ in range(2):
        carrier.reports("ringing", 1, at=2)
    assert [event.what for event in events(call.id)].count(What.FILLED_IN) == 1


def test_a_late_report_that_changes_nothing_is_no_event(carrier, events, call):
    carrier.reports("ringing", 1, at=2)
    carrier.reports("in-progress", 2, at=5)
    carrier.reports("completed", 9, at=20)
    before = len(events(call.id))
    carrier.reports("initiated", 0, at=1)
    assert len(events(call.id)) == before


def test_what_the_carrier_said_when_it_was_asked_is_told_so(session, call, newest):
    apply_news(session, call.id, LegNews("CA1", None, LegStatus.FAILED), source=Source.RECONCILED)
    session.commit()
    assert newest("source") == (Source.RECONCILED,)


def test_a_call_that_goes_on_to_another_office_says_to_which(session, own, campaign, events):
    two = (office_of(session), office_of(session, nth=2))
    call = a_call(session, own, campaign, offices=two, phone="+16175550188")
    move_call(session, call.id, S.DIALING, source=Source.WORKER)
    for rank in (0, 1, 0):
        update_call(session, call.id, S.CONNECTING, source=Source.KEYPAD, rank=rank)
    session.commit()
    moves = [(event.from_status, event.to_status, event.rank) for event in events(call.id)[2:]]
    assert moves == [(S.DIALING, S.CONNECTING, 0), (S.CONNECTING, S.CONNECTING, 1)]


def report(session, call_id, outcome, **more):
    kept(session, lambda work: report_outcome(work.session, call_id, 0, Report(outcome, **more), CHANGEABLE))


def test_what_a_supporter_says_is_told_the_first_time_and_corrected_the_second(session, call, events):
    for outcome in (ReportedOutcome.CONTACT, ReportedOutcome.VOICEMAIL):
        report(session, call.id, outcome)
    told = [(event.what, event.outcome, event.source) for event in events(call.id)[1:]]
    assert told == [
        (What.REPORTED, ReportedOutcome.CONTACT, Source.PAGE),
        (What.CORRECTED, ReportedOutcome.VOICEMAIL, Source.PAGE),
    ]


def test_what_is_said_again_in_the_same_words_is_no_event(session, call, events):
    for _ in range(3):
        report(session, call.id, ReportedOutcome.CONTACT, stance=Stance.YES, note_sealed=b"Kind.")
    assert len(events(call.id)) == 2


def test_a_note_or_a_stance_that_changes_is_a_correction(session, call, events):
    report(session, call.id, ReportedOutcome.CONTACT)
    report(session, call.id, ReportedOutcome.CONTACT, stance=Stance.NO)
    report(session, call.id, ReportedOutcome.CONTACT, stance=Stance.NO, note_sealed=b"Busy.")
    assert [event.what for event in events(call.id)[2:]] == [What.CORRECTED] * 2


def test_the_page_corrects_what_a_key_said(session, carrier, call, events):
    carrier.reports("completed", 3, office=True, at=50, CallDuration="42")
    carrier.asks("after/after_office/0/4", Digits="2")
    report(session, call.id, ReportedOutcome.CONTACT)
    told = [(event.what, event.source) for event in events(call.id) if event.outcome]
    assert told == [(What.REPORTED, Source.KEYPAD), (What.CORRECTED, Source.PAGE)]


def test_whoever_had_to_wait_tells_what_was_found_then(session, call, events):
    def cancel():
        with Session(engine) as there:
            kept(there, lambda work: move_call(work.session, call_id, S.CANCELED, source=Source.PAGE))

    call_id, engine = call.id, db.engine
    move_call(session, call_id, S.DIALING, source=Source.WORKER)
    with ThreadPoolExecutor(1) as thread:
        canceled = thread.submit(cancel)
        wait_until_they_wait(engine, 1)
        session.commit()
        canceled.result()
    assert statuses(events(call_id)) == [S.REQUESTED, S.DIALING, S.CANCELED]


def test_what_is_rolled_back_did_not_happen(session, call, events):
    move_call(session, call.id, S.CANCELED, source=Source.PAGE)
    session.rollback()
    assert statuses(events(call.id)) == [S.REQUESTED]


def test_what_happened_is_dated(session, events, call):
    now = session.scalar(select(func.now()))
    assert abs(events(call.id)[0].at - now) < timedelta(minutes=1)

"""While a legal hold lasts nothing that people do destroys what it keeps: neither the team, nor whoever told it."""

import pytest
from sqlalchemy import select, update

from app.calls.begin.code import forget_whose
from app.calls.inbox.reading import note_by_id
from app.calls.inbox.redacting import redact
from app.calls.life.notes import note_text, sealed_note
from app.calls.life.reports import Report
from app.calls.run.correct import correct, take_back
from app.calls.run.feedback import report_outcome, reports_of
from app.clock import utc_now
from app.team.audit_log import forget_what_is_old
from models import (
    AuditAct,
    AuditEvent,
    CallEvent,
    DialIn,
    Feedback,
    ReportedOutcome,
    ReportSource,
    Stance,
    WhatHappened,
)
from tests.privacy.conftest import A_DAY, ends
from tests.world.calls import CHANGEABLE
from tests.world.one_unit import kept

LONG_AGO = utc_now() - 500 * A_DAY


@pytest.fixture
def redacts(session, own, over):
    """Takes a word out of the note; whether that was done."""

    def redacts():
        note = note_by_id(session, session.scalars(select(Feedback.id)).one(), None)
        return kept(session, lambda work: redact(work.session, own.vault, note, "They were [taken out]."))

    return redacts


@pytest.fixture
def tells(session, own, over):
    """The supporter tells on their page what happened, once more; returns what is kept of it."""

    def tells(note="", stance=None, outcome=ReportedOutcome.CONTACT):
        report = Report(outcome, stance, sealed_note(own.vault, note, f"page {over.id}"))
        kept(session, lambda work: report_outcome(work.session, over.id, 0, report, CHANGEABLE))
        session.expire_all()
        it = session.query(Feedback).filter_by(source=ReportSource.PAGE).one()
        return it.outcome, it.stance, note_text(own.vault, it.note_sealed)

    return tells


def a_change_by_hand(session, campaign_id):
    """Written down by the audit log more than a year ago: it lets nobody write what is as old, so this is copied."""
    told = {"act": AuditAct.OUTCOME_CORRECTED, "who": "ana@example.org", "campaign_id": campaign_id}
    session.add(AuditEvent(at=LONG_AGO, before={"reason": "I was there"}, **told))
    session.commit()


def changes_by_hand(session):
    kept(session, lambda work: forget_what_is_old(work.session))
    return session.scalars(select(AuditEvent.campaign_id).order_by(AuditEvent.id)).all()


def test_no_words_are_taken_out_of_a_note_until_it_is_over(session, held, redacts):
    assert not redacts()
    assert not session.scalars(select(Feedback.redacted_at)).one()
    ends(session, held)
    assert redacts()


def test_a_supporter_takes_no_words_back_and_puts_no_others_in_their_place(held, tells):
    assert tells("") == (ReportedOutcome.CONTACT, None, "They were kind.")
    assert tells("I would rather not say.") == (ReportedOutcome.CONTACT, None, "They were kind.")


def test_their_page_knows_that_it_stays_and_why(session, own, held, over):
    told = reports_of(session, over.id, CHANGEABLE)
    assert (told.stays, told.held) == ({0}, {0})
    ends(session, held)
    told = reports_of(session, over.id, CHANGEABLE)
    assert (told.stays, told.held) == (frozenset(), frozenset())


def test_once_it_is_over_they_change_it_as_ever(session, held, tells):
    ends(session, held)
    assert tells("I would rather not say.") == (ReportedOutcome.CONTACT, None, "I would rather not say.")


@pytest.mark.usefixtures("held")
def test_who_told_in_one_tap_what_happened_says_more_and_another_outcome_stays_among_what_happened(session, tells):
    session.execute(update(Feedback).values(note_sealed=None))
    session.commit()
    assert tells(outcome=ReportedOutcome.VOICEMAIL) == (ReportedOutcome.VOICEMAIL, None, "")
    assert tells(outcome=ReportedOutcome.UNAVAILABLE) == (ReportedOutcome.UNAVAILABLE, None, "")
    happened = select(CallEvent.outcome).where(CallEvent.what == WhatHappened.CORRECTED).order_by(CallEvent.id)
    assert session.scalars(happened).all() == [ReportedOutcome.VOICEMAIL, ReportedOutcome.UNAVAILABLE]
    assert tells("She was kind.", Stance.YES) == (ReportedOutcome.CONTACT, Stance.YES, "She was kind.")
    assert tells("She was kind.", Stance.NO)[1] is Stance.YES


@pytest.mark.usefixtures("held")
def test_a_correction_that_is_taken_back_leaves_what_the_supporter_said(session, own, over):
    reason = sealed_note(own.vault, "I was there.", "correction")
    correction = Report(ReportedOutcome.MAILBOX_FULL, None, reason)
    kept(session, lambda work: correct(work.session, over.id, 0, correction))
    kept(session, lambda work: take_back(work.session, over.id, 0))
    (left,) = session.scalars(select(Feedback)).all()
    assert (left.source, note_text(own.vault, left.note_sealed)) == (ReportSource.PAGE, "They were kind.")


def test_what_the_audit_log_knows_of_it_outlives_its_year(session, held):
    a_change_by_hand(session, held.campaign_id)
    assert changes_by_hand(session) == [held.campaign_id]
    ends(session, held)
    assert changes_by_hand(session) == []


def test_of_other_campaigns_and_of_none_the_audit_log_forgets_after_a_year(session, held, another_campaign):
    for campaign_id in (another_campaign.id, None, held.campaign_id):
        a_change_by_hand(session, campaign_id)
    assert changes_by_hand(session) == [held.campaign_id]


def test_whose_page_a_held_call_was_dialed_for_is_known_until_it_is_over(session, held, over):
    page = {"campaign_id": held.campaign_id, "town": "Holyoke", "language": "en", "offices": [], "more_time": True}
    session.add(DialIn(code="1234", good_until=utc_now(), call_id=over.id, **page))
    session.add(DialIn(code="4321", good_until=utc_now(), **page))
    session.commit()

    def needs_time():
        forget_whose(session, utc_now() + A_DAY)
        session.expire_all()
        return session.scalars(select(DialIn.more_time).order_by(DialIn.id)).all()

    assert needs_time() == [True, False]
    ends(session, held)
    assert needs_time() == [False, False]

"""What a supporter says came of the call: by keypad, on the page, and which of them counts."""

import pytest
from sqlalchemy import func, select

from app.calls.run.feedback import Report, Reports, report_outcome, reports_of
from models import Feedback, ReportedOutcome, ReportSource, Stance
from tests.world.calls import CHANGEABLE
from tests.world.one_unit import kept


@pytest.fixture
def on_page(session, call):
    def on_page(outcome, rank=0, **more):
        report = Report(ReportedOutcome(outcome), **more)
        kept(session, lambda work: report_outcome(work.session, call.id, rank, report, CHANGEABLE))

    return on_page


@pytest.fixture
def on_keypad(carrier):
    """Answer the question at the end with a key."""
    carrier.reports("completed", 3, office=True, at=50, CallDuration="42")
    return lambda key: carrier.asks("after/after_office/0/4", Digits=key)


@pytest.fixture
def told(fresh, call):
    return lambda: (fresh(call.id).reported_outcome, fresh(call.id).reported_source)


def test_the_keypad_is_believed(on_keypad, told):
    on_keypad("2")
    assert told() == (ReportedOutcome.VOICEMAIL, ReportSource.KEYPAD)


def test_the_page_outranks_the_keypad(on_keypad, on_page, told):
    on_keypad("2")
    on_page("contact")
    assert told() == (ReportedOutcome.CONTACT, ReportSource.PAGE)


def test_the_page_outranks_the_keypad_that_comes_later(on_keypad, on_page, told):
    on_page("contact")
    on_keypad("2")
    assert told() == (ReportedOutcome.CONTACT, ReportSource.PAGE)


def test_both_are_kept(session, on_keypad, on_page):
    on_keypad("2")
    on_page("contact")
    assert session.scalar(select(func.count()).select_from(Feedback)) == 2


def test_people_may_change_their_mind_on_the_page(session, call, on_page, told):
    on_page("contact", stance=Stance.YES, note_sealed=b"Kind.")
    on_page("voicemail")
    assert told() == (ReportedOutcome.VOICEMAIL, ReportSource.PAGE)
    assert reports_of(session, call.id, CHANGEABLE).on_page == {0: Report(ReportedOutcome.VOICEMAIL)}


def test_nothing_told_is_nothing_known(session, call):
    assert reports_of(session, call.id, CHANGEABLE) == Reports({}, {})


def test_what_was_told_by_key_is_known_on_the_page(session, call, on_keypad):
    on_keypad("2")
    assert reports_of(session, call.id, CHANGEABLE).by_key == {0: ReportedOutcome.VOICEMAIL}


def test_a_changed_report_knows_when_it_was_changed(session, on_page):
    on_page("contact")
    on_page("skip")
    assert session.scalars(select(Feedback.changed_at)).one()


def test_an_answer_by_key_is_one_answer_however_often_it_arrives(session, on_keypad, told):
    on_keypad("1")
    on_keypad("3")
    assert told() == (ReportedOutcome.CONTACT, ReportSource.KEYPAD)

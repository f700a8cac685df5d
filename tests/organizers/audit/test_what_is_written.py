"""Whatever an organizer changes is written down with what it was, in the moment in which it is changed."""

import pytest
from sqlalchemy import select

from app.organizers.campaigns.audit import told_of_number_use
from models import AuditAct, AuditEvent
from tests.organizers.conftest import CSRF, EMAIL, hidden_fields


@pytest.fixture
def log(session):
    """What was written since somebody signed in, the oldest first."""

    def read():
        session.rollback()
        later = select(AuditEvent).where(AuditEvent.act != AuditAct.SIGNED_IN).order_by(AuditEvent.id)
        return session.scalars(later).all()

    return read


def sends(organizer, page, action, **form):
    """Fill a form of a page and send it."""
    hidden = hidden_fields(organizer.reads(page), action)
    assert hidden, "no such form"
    return organizer.sends(action, **hidden | form)


def test_signing_in_is_written_with_where_from(signed_in, session):
    (event,) = session.scalars(select(AuditEvent)).all()
    assert (event.act, event.who) == (AuditAct.SIGNED_IN, EMAIL)
    assert event.whence == "127.0.0.x, an unknown device"


def test_signing_out_is_written(signed_in, log):
    signed_in.signs_out()
    assert [(event.act, event.who) for event in log()] == [(AuditAct.SIGNED_OUT, EMAIL)]


def test_who_does_not_come_in_has_not_signed_in(organizer, log, session):
    organizer.signs_in(password="wrong")
    assert session.scalar(select(AuditEvent).where(AuditEvent.act == AuditAct.SIGNED_IN)) is None


def test_to_pause_a_campaign_is_written(signed_in, campaign, log):
    page, action = f"/organizers/campaigns/{campaign}/state", f"/organizers/campaigns/{campaign}/state"
    sends(signed_in, page, action, state="paused")
    (event,) = log()
    assert (event.act, event.campaign_id, event.who) == (AuditAct.CAMPAIGN_CHANGED, campaign, EMAIL)
    assert (event.before, event.after) == ({"state": "Live"}, {"state": "Paused"})
    assert event.subject.startswith("the state of ")


def test_what_changes_nothing_is_not_written(signed_in, campaign, log):
    page, action = f"/organizers/campaigns/{campaign}/state", f"/organizers/campaigns/{campaign}/state"
    sends(signed_in, page, action, state="live")
    sends(signed_in, page, action, state="anything")
    assert log() == []


def test_whom_a_campaign_is_to_call_is_written_and_that_it_was_changed_back(signed_in, campaign, log):
    page = f"/organizers/campaigns/{campaign}/whom"
    sends(signed_in, page, page, rule="senator")
    sends(signed_in, page, page, rule="representative")
    changed, changed_back = log()
    assert changed.subject.startswith("whom ")
    assert (changed.before, changed.after) == (
        {"calls": "their own representative"},
        {"calls": "their own state senator"},
    )
    assert (changed_back.before, changed_back.after) == (changed.after, changed.before)


def test_whom_an_office_reaches_is_written(signed_in, campaign, log):
    page = f"/organizers/campaigns/{campaign}/hotline"
    sends(signed_in, page, page, contact="Ana")
    (event,) = log()
    assert event.before != event.after


def test_how_the_script_is_told_is_written(signed_in, campaign, log):
    page = f"/organizers/campaigns/{campaign}/languages"
    sends(signed_in, page, f"{page}/told", told="own")
    (event,) = log()
    assert event.after == {"told": "In their language alone"}


def test_a_translation_is_written_text_by_text(signed_in, campaign, log):
    page = f"/organizers/campaigns/{campaign}/languages/es"
    sends(signed_in, page, page, headline="Llame a su representante")
    (event,) = log()
    assert event.subject.startswith("the Spanish texts of ")
    assert event.after["headline"] == "Llame a su representante"


def test_another_prompt_is_written(signed_in, campaign, log):
    page = f"/organizers/campaigns/{campaign}/prompts/en/farewell"
    sends(signed_in, page, f"{page}/words", text="So long.")
    (event,) = log()
    assert (event.before, event.after) == ({"says": "the built-in words"}, {"says": "So long."})
    assert "“Last word”" in event.subject


def test_what_fails_is_not_written(signed_in, campaign, session, log, app):
    """The log is of the same transaction."""
    page = f"/organizers/campaigns/{campaign}/hotline"
    stale = {"csrf_token": CSRF.search(signed_in.reads(page))[1], "seen": "something else", "shut": "1"}
    signed_in.sends(page, **stale)
    assert log() == []


def test_facts_are_read_from_the_transaction_that_changes_them(app, session, campaign):
    from app.campaigns.in_force import campaign_words
    from app.campaigns.settings import NumberUse, use_number

    words = campaign_words(session, campaign, 1)
    told = told_of_number_use(words)
    before = told.facts()
    use_number(session, words, NumberUse(serves_hotline=False, office_contact=""))
    assert told.facts() != before

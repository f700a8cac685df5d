"""Somebody asked in writing to be forgotten: an organizer does it, with a receipt, and the log says who and why."""

import pytest

from app.clock import utc_now
from app.guard.phone_vault import PHONE
from app.limits.never_rung.own import Added, add_numbers
from models import AuditAct, AuditEvent
from tests.organizers.conftest import EMAIL, hidden_fields

PATH = "/organizers/forget"
LETTER = "Her letter of May 3"
THEIRS = {"phone": "617 555 0123", "asked": LETTER}


@pytest.fixture
def sends(signed_in):
    """Fill the form in and send it."""

    def sends(**typed):
        return signed_in.sends(PATH, **hidden_fields(signed_in.reads(PATH), PATH), **{**THEIRS, **typed})

    return sends


@pytest.fixture
def theirs(called, app):
    """A call that knows their number."""
    return called(phone_hash=app.extensions["ringdown"].vault.fingerprint("+16175550123", purpose=PHONE))


def test_the_receipt_says_what_went_and_what_stays(sends, theirs, session):
    receipt = sends().text
    session.refresh(theirs)
    assert (theirs.phone_encrypted, theirs.phone_hash) == (None, None)
    assert "in 1 call." in receipt
    assert "What stays, and why" in receipt


def test_of_a_number_that_nobody_knows_it_says_so(sends, campaign):
    assert "the time of whatever did was over already" in sends(phone="617 555 0199").text


def test_it_names_the_teams_own_list_where_that_has_the_number(sends, theirs, session):
    assert "Your team’s own list" not in sends().text
    whose = {"+16175550123": "Somebody whom an institution named"}
    add_numbers(session, whose, Added("a letter", None, EMAIL, utc_now()))
    session.commit()
    assert "Your team’s own list has this number" in sends().text


def test_it_names_the_consents_that_stay(sends, theirs):
    assert "That somebody agreed to be called, when, and to which words, for three years." in sends().text


def test_the_audit_log_says_who_and_why_and_not_the_number(sends, theirs, session):
    sends(asked=f"{LETTER}: it is 617 555 0123.")
    event = session.query(AuditEvent).filter_by(act=AuditAct.NUMBER_FORGOTTEN).one()
    assert (event.who, event.after["calls"]) == (EMAIL, 1)
    assert "555" not in f"{event.subject} {event.after}"


@pytest.mark.parametrize(("field", "typed"), [("phone", "her number"), ("phone", ""), ("asked", "she asked")])
def test_whatever_is_missing_is_said_and_nothing_is_forgotten(sends, theirs, session, field, typed):
    answer = sends(**{field: typed})
    session.refresh(theirs)
    assert (answer.status_code, theirs.phone_hash is not None) == (422, True)
    assert f'id="{field}-error"' in answer.text


def test_safety_leads_to_it(signed_in, campaign):
    assert f'href="{PATH}"' in signed_in.reads("/organizers/safety")

"""An organizer's own phone is rung as a supporter's is, once they have shown that it is theirs."""

from sqlalchemy import select

from models import DoNotCall, OrganizerPhone, TestCall
from tests.organizers.carrier.test_call.conftest import MINE


def test_without_a_carrier_nobody_is_rung(signed_in, at):
    assert "No carrier is set up yet" in signed_in.reads(at)


def test_the_whole_call_is_ticked_off_and_told_what_it_cost(confirmed, does, mine, session, carrier):
    mine.then_presses("1")
    page = does("/ring")
    assert "It works." in page
    assert page.count("> done</span>") == 8
    assert "The call cost $" in page
    session.rollback()
    assert session.scalars(select(TestCall.caller_id).order_by(TestCall.id.desc())).first() == "+16175550100"


def test_a_key_that_a_trial_swallows_is_asked_for_again(confirmed, does, mine):
    mine.then_presses("5").then_presses("1")
    assert "It works." in does("/ring")


def test_whoever_presses_nothing_is_told(confirmed, does, mine):
    mine.then_presses_nothing()
    assert "We heard no key" in does("/ring")


def test_a_busy_phone_is_told_of(confirmed, does, mine):
    mine.is_busy()
    assert "Your phone was busy" in does("/ring")


def test_a_refusal_is_told_with_its_code(confirmed, does, account):
    account.has_no_profile()
    page = does("/ring")
    assert "Your phone was not rung. The carrier blocks our calls" in page
    assert "(error 21216)" in page


def test_a_phone_that_is_not_theirs_is_not_rung(does, mine, session):
    does(phone="617-555-0123")
    for _ in range(4):
        assert "That is not the code" in does("/code", code="00000")
    assert "good no more" in does("/code", code="00000")
    assert "First show that it is your phone" in does("/ring")


def test_what_is_no_phone_or_no_code_is_said(does, mine):
    for typed in ("", "911", "12345", "+44 20 7183 8750", "x" * 500):
        assert "Enter your own phone number" in does(phone=typed)
    does(phone="617-555-0123")
    assert "Enter the five digits" in does("/code", code="12")


def test_whoever_asked_never_to_be_called_is_not(does, session, app):
    vault = app.extensions["ringdown"].vault
    session.add(DoNotCall(phone_hash=vault.fingerprint(MINE, purpose="do-not-call"), how="page"))
    session.commit()
    assert "We cannot ring this number" in does(phone="617-555-0123")
    assert session.scalars(select(OrganizerPhone)).all() == []


def test_six_calls_an_hour_are_enough(confirmed, does, mine):
    mine.is_busy()
    for _ in range(5):
        assert "Your phone was busy" in does("/ring")
    assert "six times within the hour" in does("/ring")
    assert "six times within the hour" in does(phone="617-555-0123")

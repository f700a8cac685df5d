"""What was kept before days had keys is sealed by one, and reads as before."""

from sqlalchemy import insert

from app.calls.life.notes import note_text
from app.extensions import given
from app.guard.phone_vault import PHONE
from app.limits.numbers import number_of
from app.privacy.carried import carry_forward
from models import Feedback, ReportedOutcome, ReportSource
from tests.world.calls import a_call

NUMBER = "+16175550123"


def test_a_note_stands_in_clear_no_more(session, campaign):
    call = a_call(session, given(), campaign)
    told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "note": "They were kind."}
    session.execute(insert(Feedback).values(called_office_id=call.offices[0].id, **told))
    assert carry_forward(session, given().vault) == 1
    one = session.query(Feedback).one()
    assert (one.note, note_text(given().vault, one.note_sealed)) == ("", "They were kind.")
    assert b"kind" not in one.note_sealed


def test_a_number_is_sealed_anew(session, campaign):
    call = a_call(session, given(), campaign)
    call.phone_encrypted = before = given().vault.encrypt(NUMBER, purpose=PHONE)
    assert number_of(given().vault, before) == NUMBER
    assert carry_forward(session, given().vault) == 1
    assert (call.phone_encrypted != before, number_of(given().vault, call.phone_encrypted)) == (True, NUMBER)


def test_one_that_nobody_can_read_any_more_is_let_go(session, campaign):
    call = a_call(session, given(), campaign)
    call.phone_encrypted = b"x" * 40
    carry_forward(session, given().vault)
    assert call.phone_encrypted is None


def test_what_is_sealed_already_is_left_alone(session, campaign):
    a_call(session, given(), campaign)
    assert carry_forward(session, given().vault) == 0

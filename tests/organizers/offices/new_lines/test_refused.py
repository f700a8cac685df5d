"""What no organizer can make an office's number: ours, a supporter's, a colleague's, or another office's."""

from html import unescape

import pytest
from sqlalchemy import select

from app.carrier_setup.test_call.confirming import PHONE as OWN_PHONE
from app.guard.phone_vault import PHONE
from models import AuditEvent, NumberBought, OrganizerPhone
from models import Organizer as Account
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.database.own_roster import restore_offices

MOORE = "/organizers/offices/25D08"
THEIRS = "+16175550123"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def told(signed_in):
    """What the page says to this number of a senator's."""

    def told(number):
        typed = {"capitol": number, "note": "They told us", "first": "capitol"}
        answer = signed_in.sends(MOORE, **hidden_fields(signed_in.reads(MOORE), MOORE) | typed)
        return unescape(answer.text) if answer.status_code == 422 else answer.location

    return told


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (CAMPAIGN_NUMBER, "a campaign's own number"),
        ("617-722-2000", "the State House's switchboard"),
        ("617-722-2080", "another office's number"),  # of four members of the House
        ("712-432-0100", "costs by the minute"),
        ("617-343-4240", "the police's"),
        ("617-726-2000", "a hospital's"),
    ],
)
def test_it_is_refused(told, number, why, campaign):
    assert why in told(number)


def test_a_number_that_was_bought_is_ours(told, session, app):
    now = app.extensions["ringdown"].clock()
    session.add(NumberBought(phone_number="+16175550177", asked_by="organizer@example.org", asked_at=now))
    session.commit()
    assert "a campaign's own number" in told("617-555-0177")


def test_a_number_that_was_rung_as_a_supporters_is_known_for_as_long_as_its_hash_is(told, called, session, app):
    call = called(phone_hash=app.extensions["ringdown"].vault.fingerprint(THEIRS, purpose=PHONE))
    assert "somebody who called with us" in told(THEIRS)
    call.phone_hash = None
    session.commit()
    assert told(THEIRS).endswith("?done=corrected")


def test_a_colleagues_phone_is_no_office(told, session, app):
    kept = app.extensions["ringdown"].vault.encrypt(THEIRS, purpose=OWN_PHONE)
    session.add(OrganizerPhone(organizer_id=session.scalars(select(Account.id)).first(), phone_encrypted=kept))
    session.commit()
    assert "is one of you" in told(THEIRS)


def test_who_tries_numbers_is_written_down_without_them(told, session):
    told("617-722-2000")
    session.rollback()
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.subject, event.after) == ("a number that was not taken for Mike Moore", {"was": "switchboard"})


def test_what_the_office_has_is_never_in_the_way(told, called, app):
    called(phone_hash=app.extensions["ringdown"].vault.fingerprint("+16177221485", purpose=PHONE))
    assert told("617 722 1485").endswith("?done=corrected")

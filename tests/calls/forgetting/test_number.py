"""Everything that leads to a number is gone at once; what is left stands of nobody."""

import pytest
from sqlalchemy import select

from app.calls.forgetting.number import Forgotten, forget_number
from app.calls.life.notes import sealed_note
from app.calls.life.status import move_call
from models import CallStatus, CarrierEvent, Consent, EventSource, Feedback, ReportedOutcome
from models import ReportSource as Source
from tests.world.calls import a_call
from tests.world.one_unit import kept
from tests.world.time.clocks import local

NUMBER, OTHER = "+16175550123", "+16175550124"
TOMORROW = local("2027-01-05 12:00")


@pytest.fixture
def forgets(session, own):
    """Forget the number, and read anew."""

    def forgets(number=NUMBER):
        done = kept(session, lambda work: forget_number(work.session, own.vault, number))
        session.expire_all()
        return done

    return forgets


@pytest.fixture
def over(session, own, campaign):
    """A call that is over, with a note and a consent of its number."""
    call = a_call(session, own, campaign, phone=NUMBER)
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.PAGE)
    note = sealed_note(own.vault, "Kind.", "page")
    session.add(
        Feedback(
            called_office_id=call.offices[0].id, source=Source.PAGE, outcome=ReportedOutcome.CONTACT, note_sealed=note
        )
    )
    session.add(Consent(call_id=call.id, campaign_id=campaign, wording_version="test", phone_sealed=b"sealed"))
    session.add(CarrierEvent(call_id=call.id, key=1, kind="status", name="ringing"))
    session.commit()
    return call


def test_nothing_leads_to_the_number_any_more(over, forgets, session):
    assert forgets() == Forgotten(calls=1, canceled=0, notes=1)
    assert (over.phone_encrypted, over.phone_hash, over.town) == (None, None, "Holyoke")
    assert session.scalars(select(Feedback.note_sealed)).all() == [None]
    assert session.scalars(select(Consent.phone_sealed)).all() == [None]
    assert session.scalars(select(CarrierEvent)).all() == []


def test_what_came_of_it_stays(over, forgets, session):
    forgets()
    assert (over.status, session.scalars(select(Feedback.outcome)).all()) == (
        CallStatus.CANCELED,
        [ReportedOutcome.CONTACT],
    )


def test_an_agreed_call_is_canceled(session, own, campaign, forgets):
    call = a_call(session, own, campaign, phone=NUMBER, ring_from=TOMORROW)
    session.commit()
    assert forgets().canceled == 1
    assert (call.status, call.phone_encrypted) == (CallStatus.CANCELED, None)


def test_nobody_elses_is_touched(session, own, campaign, over, forgets):
    other = a_call(session, own, campaign, phone=OTHER)
    session.commit()
    forgets()
    assert other.phone_encrypted is not None


def test_a_number_that_nobody_knows_is_forgotten_already(forgets, campaign):
    assert forgets(OTHER) == Forgotten()

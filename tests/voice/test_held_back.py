"""An office that is held back while somebody is on the phone is not rung for them either."""

import pytest
from sqlalchemy import select

from app.campaigns.whom.held_back import call_again, hold_back
from models import CalledOffice, CallStatus


@pytest.fixture
def holder(session, call_id):
    return session.scalars(select(CalledOffice.office_holder_id).where(CalledOffice.call_id == call_id)).first()


@pytest.fixture
def held_back(session, campaign, holder):
    hold_back(session, campaign, holder)
    session.commit()


@pytest.mark.usefixtures("held_back")
@pytest.mark.parametrize("step", ["script", "closed", "waits_turn"])
def test_who_asks_to_be_connected_is_told_and_no_office_is_rung(carrier, status, step):
    answer = carrier.asks(f"after/{step}/0/2", Digits="1").text
    assert "a break" in answer
    assert "<Dial" not in answer
    assert status() is not CallStatus.CONNECTING


@pytest.mark.usefixtures("held_back")
def test_an_office_that_is_let_go_again_is_rung(carrier, session, campaign, holder):
    call_again(session, campaign, {holder})
    session.commit()
    assert "<Dial" in carrier.asks("after/script/0/2", Digits="1").text

"""An office that had all its calls of the day is left in peace: the page says so, or the call goes to the next."""

import pytest
from sqlalchemy import select

from app.calls.queue.claim import set_pace
from app.clock import eastern_day
from models import Call, CalledOffice, LineDay, PassedOver, WhomToCall
from tests.world.calls import office_of
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import Supporter


@pytest.fixture
def had_enough(session, app, campaign):
    """Pat Duffy's office takes one call a day, and had it."""
    number = office_of(session).number
    set_pace(session, number, 2, 1)
    now = app.extensions["ringdown"].clock()
    nothing = dict.fromkeys(("busy", "no_answer", "failed", "mailbox_full"), 0)
    session.add(LineDay(e164=number, day=eastern_day(now), answered=1, last_tried=now, **nothing))
    session.commit()


@pytest.mark.usefixtures("had_enough")
def test_the_page_says_that_it_is_given_a_break(client, session):
    page = Supporter(client).asks_to_be_called().text
    assert "gives the office of Representative Pat Duffy a break" in page
    assert session.scalars(select(Call)).all() == []


@pytest.mark.usefixtures("had_enough")
def test_of_two_the_other_is_called(client, session):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    assert Supporter(client).asks_to_be_called().status_code == 303
    first = session.scalars(select(CalledOffice).order_by(CalledOffice.rank)).first()
    assert first.passed_over is PassedOver.HELD_BACK

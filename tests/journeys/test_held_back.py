"""A whole call of a campaign that holds back the office that would come first."""

import pytest
from sqlalchemy import select

from app.campaigns.held_back import hold_back
from models import OfficeHolder, PassedOver, WhomToCall
from tests.world.campaign.campaigns import change_campaign


@pytest.fixture
def holds_back(session, campaign):
    """Hold somebody back."""

    def holds_back(name):
        holder = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == name)).one()
        hold_back(session, campaign, holder)
        session.commit()

    return holds_back


def test_the_next_office_is_rung_in_its_place(world, office, session, holds_back):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    holds_back("Pat Duffy")
    office.answers().talks_for(10)
    world.supporter_phone.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="Holyoke")
    call = world.call_log.only()
    assert call.offices[0].passed_over is PassedOver.HELD_BACK
    assert "Representative Pat Duffy is not called just now" in world.program_says()

"""What changes between the page and the button holds for the button, although nobody looked at the campaign before."""

from functools import partial

import pytest
from sqlalchemy import func, select, update

from models import Call, CalledOffice, Campaign, CampaignState, OfficeHolder, Roster, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")
A_VERSION_MORE = {"version": Campaign.version + 1}


@pytest.fixture
def meanwhile(client, session):
    """The answer to a form after whose page something changed, and then again, with somebody who looks between."""

    def meanwhile(*changes, **typed):
        supporter = Supporter(client)
        form = supporter.form(**typed)
        for change in changes:
            supporter.opens_the_page()
            change(session) if callable(change) else session.execute(change)
            session.commit()
        return supporter.sends(form)

    return meanwhile


def test_a_call_is_of_the_version_that_is_in_force(session, meanwhile):
    meanwhile(update(Campaign).values(A_VERSION_MORE))
    assert session.scalar(select(Call.campaign_version)) == 2


def test_it_goes_to_whom_the_campaign_calls_by_now(session, meanwhile):
    meanwhile(partial(change_campaign, whom_to_call=WhomToCall.SENATOR))
    assert session.scalar(select(OfficeHolder.name).join(CalledOffice)) == "John Velis"


def test_where_the_roster_was_written_anew_the_office_is_found_in_it(session, meanwhile):
    assert meanwhile(update(Roster).values(version=Roster.version)).status_code == 303
    assert session.scalar(select(func.count(Call.id))) == 1


@pytest.mark.parametrize("typed", [{}, {"phone": "617"}, {"dial": "yes"}], ids=["as usual", "wrong", "dials"])
def test_a_campaign_that_takes_a_break_rings_nobody_and_says_so(session, meanwhile, typed):
    answer = meanwhile(update(Campaign).values(state=CampaignState.PAUSED), **typed)
    assert (answer.status_code, "taking a break" in answer.text) == (409, True)
    assert session.scalar(select(func.count(Call.id))) == 0


def test_a_campaign_that_goes_on_after_a_break_rings_at_once(meanwhile):
    answer = meanwhile(*(update(Campaign).values(state=state) for state in (CampaignState.PAUSED, CampaignState.LIVE)))
    assert answer.status_code == 303

"""Organizers hold an office holder back at once, without publishing, and let them be called again."""

import re

import pytest
from sqlalchemy import select

from app.campaigns.editions.prepared import prepared_edition
from models import AuditAct, AuditEvent, Campaign, OfficeHolder
from tests.organizers.conftest import CSRF
from tests.world.people.supporter import Supporter


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/whom/held-back"


@pytest.fixture
def holder(session):
    return session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()


@pytest.fixture
def sends(signed_in, page):
    """Sends one of the page's forms; gives the answer."""

    def sends(holder, where=""):
        token = CSRF.search(signed_in.reads(page))[1]
        return signed_in.sends(f"{page}{where}", csrf_token=token, holder=str(holder))

    return sends


@pytest.fixture
def held(session):
    def held():
        session.rollback()
        return session.scalars(select(Campaign.held_back)).one()

    return held


def test_whoever_asks_next_is_told_and_not_rung(sends, holder, held, app):
    assert sends(holder).location.endswith("done=changed")
    assert held() == [holder]
    text = Supporter(app.test_client()).asks_to_be_called(town="Holyoke").text
    assert "This campaign gives the office of Representative Pat Duffy a break" in text


def test_nothing_is_prepared_or_published_by_it(sends, holder, session, campaign):
    before = prepared_edition(session, campaign)
    sends(holder)
    session.rollback()
    assert prepared_edition(session, campaign) == before


def test_they_are_called_again_as_soon_as_that_is_wanted(sends, holder, held, app):
    sends(holder)
    assert sends(holder, "/again").location.endswith("done=changed")
    assert held() == []
    assert Supporter(app.test_client()).asks_to_be_called(town="Holyoke").status_code == 303


def test_the_page_lists_them_and_offers_everybody_else(signed_in, page, sends, holder):
    assert "Nobody. Everybody whom this campaign calls" in signed_in.reads(page)
    assert f'<option value="{holder}">Pat Duffy (5th Hampden)' in signed_in.reads(page)
    sends(holder)
    text = signed_in.reads(page)
    assert re.search(r"<h3>Pat Duffy<", text)
    assert f'<option value="{holder}">' not in text


@pytest.mark.parametrize("where", ["", "/again"])
def test_what_is_so_already_is_told(sends, holder, where):
    if not where:
        sends(holder)
    assert sends(holder, where).location.endswith("done=same")


@pytest.mark.parametrize("holder", ["", "0", "-1", "x", "9" * 100_000, "<script>", "٣"])
def test_only_somebody_of_the_list_can_be_chosen(sends, held, holder):
    answer = sends(holder)
    assert (answer.status_code, "Choose an office holder from the list." in answer.text) == (422, True)
    assert held() == []


def test_who_did_it_is_written_down(sends, holder, session):
    sends(holder)
    (event,) = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.CAMPAIGN_CHANGED))
    assert (event.before, event.after) == ({"held back": []}, {"held back": ["Pat Duffy"]})

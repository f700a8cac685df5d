"""Where a campaign has no picture for sharing, one is drawn for it: at an address that others keep for ever."""

import re

import pytest
from sqlalchemy import update

from models import Campaign, CampaignState
from tests.world.campaign.campaigns import change_campaign

IMAGE = re.compile(r'og:image" content="http://127.0.0.1:8080([^"]+)"')


@pytest.fixture
def address(client, campaign):
    """Where the page says that the picture is."""
    return lambda language="en": IMAGE.search(client.get(f"/c/safe-communities?language={language}").text)[1]


def test_the_page_leads_to_a_picture_that_is_kept_for_ever(client, address):
    answer = client.get(address())
    assert (answer.mimetype, answer.data[:4]) == ("image/png", b"\x89PNG")
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get(address(), headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_each_language_has_its_own(client, address):
    assert client.get(address("es")).data != client.get(address("en")).data


def test_another_headline_has_another_address_and_the_old_one_shows_nothing(client, address, session):
    before = address()
    change_campaign(session, headline="Call today")
    assert address() != before
    assert client.get(before).status_code == 404


@pytest.mark.parametrize("path", ["/look/safe-communities/xx/{name}.png", "/look/nowhere/en/{name}.png"])
def test_nothing_is_drawn_for_what_there_is_not(client, address, path):
    name = address().rpartition("/")[2].removesuffix(".png")
    assert client.get(path.format(name=name)).status_code == 404


def test_nobody_sees_that_of_a_draft(client, address, session):
    there = address()
    session.execute(update(Campaign).values(state=CampaignState.DRAFT))
    session.commit()
    assert client.get(there).status_code == 404

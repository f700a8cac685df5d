"""The menu of a campaign stands on all its pages, and tells where something waits to be published."""

import re

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.organizers.campaigns.menu import MENU, PUBLISH, STATE
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import Organizer as Account
from models import TeamRole
from tests.organizers.conftest import PASSWORD, Organizer
from tests.world.campaign.campaigns import prepares_fields

ENDPOINTS = [*(entry.endpoint for entry in MENU), PUBLISH, STATE.endpoint]
VIEWER = "viewer@example.org"
BELOW = {"languages/es": "Languages", "prompts/en/goodbye": "Prompts"}


def menu(text: str) -> dict[str, str]:
    """The entries with what stands around them."""
    (nav,) = re.findall(r'<nav class="menu".*?</nav>', text, re.DOTALL)
    items = re.findall(r"<li><a [^>]*>.*?</a></li>", nav, re.DOTALL)
    return {re.search(r">([^<>]+)<", item)[1].strip(): item for item in items}


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_it_stands_on_every_page_and_says_which_it_is(
    signed_in: Organizer, campaign: int, app: Flask, endpoint: str
) -> None:
    with app.test_request_context():
        path = app.url_for(endpoint, campaign_id=campaign)
    entries = menu(signed_in.reads(path))
    assert len(entries) == len(ENDPOINTS)
    assert [path in item for item in entries.values() if 'aria-current="page"' in item] == [True]


@pytest.mark.parametrize(("path", "title"), BELOW.items())
def test_a_page_below_belongs_to_its_entry(signed_in: Organizer, campaign: int, path: str, title: str) -> None:
    entries = menu(signed_in.reads(f"/organizers/campaigns/{campaign}/{path}"))
    assert [name for name, item in entries.items() if 'aria-current="true"' in item] == [title]


def test_it_marks_where_something_waits(signed_in: Organizer, session: Session, campaign: int) -> None:
    prepares_fields(session, campaign, {("whom", "rule"): "both", ("english", "headline"): "Call today"})
    session.commit()
    entries = menu(signed_in.reads(f"/organizers/campaigns/{campaign}/hotline"))
    assert ": 1 change not published yet" in entries["Whom to call"]
    assert ": 2 changes not published yet" in entries["Publish"]
    assert not any("not published" in entries[name] for name in ("Languages", "Prompts", "Hotline", "Rehearse"))


def test_a_subject_is_more_than_the_beginning_of_a_word(signed_in: Organizer, session: Session, campaign: int) -> None:
    prepares_fields(session, campaign, {("english", "thanks_script"): "Thank you."})
    session.commit()
    entries = menu(signed_in.reads(f"/organizers/campaigns/{campaign}/hotline"))
    assert [name for name, item in entries.items() if "not published" in item] == ["Script", "Publish"]


def test_a_viewer_is_led_only_where_they_may_go(organizer: Organizer, session: Session, campaign: int) -> None:
    create_organizer(session, VIEWER, PASSWORD, role=TeamRole.VIEWER)
    viewer = session.scalars(select(Account.id).where(Account.email == VIEWER)).one()
    join_campaign(session, campaign, viewer)
    session.commit()
    organizer.signs_in(VIEWER)
    assert list(menu(organizer.reads(f"/organizers/campaigns/{campaign}/rehearsal"))) == [
        "Dashboard",
        "What offices said",
        "Rehearse",
    ]

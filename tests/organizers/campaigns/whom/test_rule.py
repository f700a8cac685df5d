"""Organizers prepare by which rule a campaign calls; it is in force once it is published."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Campaign, CampaignState, Edition, WhomToCall
from tests.organizers.campaigns.whom.conftest import WhomPage
from tests.organizers.conftest import Organizer, hidden_fields
from tests.world.campaign.campaigns import publish_prepared
from tests.world.people.supporter import Supporter

Sends = Callable[..., TestResponse]


@pytest.fixture
def saves(page: WhomPage) -> Sends:
    """Open the page, choose a rule, press Save."""

    def save(**typed: str) -> TestResponse:
        return page.organizer.sends(page.path, **hidden_fields(page.organizer.reads(page.path), page.path) | typed)

    return save


def test_every_campaign_is_listed_with_how_it_stands(signed_in: Organizer, campaign: int) -> None:
    text = signed_in.reads("/organizers/campaigns")
    assert "the Safe Communities Act" in text
    assert "their own representative" in text


def test_without_campaigns_it_says_what_to_do(signed_in: Organizer, session: Session, campaign: int) -> None:
    session.execute(update(Campaign).values(state=CampaignState.DRAFT))
    session.query(Campaign).delete()
    session.commit()
    assert "No campaigns yet" in signed_in.reads("/organizers/campaigns")


@pytest.mark.parametrize("chosen", ["senator", "both", "own-then-listed"])
def test_the_rule_is_changed(saves: Sends, page: WhomPage, chosen: str) -> None:
    answer = saves(rule=chosen)
    assert (answer.status_code, answer.location.endswith("done=changed")) == (303, True)
    assert page.prepared.rule == chosen


def test_the_next_supporter_goes_by_it_once_it_is_published(
    saves: Sends, client: Any, session: Session, campaign: int
) -> None:
    saves(rule="senator")
    assert "Who is your state senator?" not in Supporter(client).asks_to_be_called(town="Worcester").text
    session.rollback()
    publish_prepared(session, campaign)
    session.commit()
    assert "Who is your state senator?" in Supporter(client).asks_to_be_called(town="Worcester").text


@pytest.mark.parametrize("chosen", ["", "everybody", "<img src=x onerror=alert(1)>", "x" * 100_000])
def test_what_is_no_rule_is_told_and_nothing_is_changed(saves: Sends, page: WhomPage, chosen: str) -> None:
    answer = saves(rule=chosen)
    assert answer.status_code == 422
    assert "Choose whom this campaign calls." in answer.text
    assert "<img" not in answer.text
    assert page.prepared.rule is WhomToCall.REPRESENTATIVE


@pytest.mark.parametrize("chosen", ["listed", "own-then-listed"])
def test_an_empty_list_that_is_to_be_called_is_told(saves: Sends, page: WhomPage, chosen: str) -> None:
    saves(rule=chosen)
    assert "Nobody is on the list yet, and this campaign calls those of its list." in page.text()


def test_two_organizers_at_once_are_told(saves: Sends, page: WhomPage) -> None:
    before = hidden_fields(page.organizer.reads(page.path), page.path)
    saves(rule="senator")
    answer = page.organizer.sends(page.path, **before | {"rule": "both"})
    assert answer.status_code == 409
    assert "Somebody else changed the same meanwhile" in answer.text
    assert 'value="both" checked' in answer.text
    assert ">their own state senator</blockquote>" in answer.text
    assert page.prepared.rule is WhomToCall.SENATOR
    again = hidden_fields(answer.text, page.path)
    assert page.organizer.sends(page.path, **again | {"rule": "both"}).status_code == 303
    assert page.prepared.rule is WhomToCall.BOTH


def test_one_may_change_the_rule_and_another_the_list(saves: Sends, page: WhomPage) -> None:
    before = hidden_fields(page.organizer.reads(page.path), page.path)
    page.does("add", "Pat Duffy")
    assert page.organizer.sends(page.path, **before | {"rule": "senator"}).status_code == 303
    assert (page.prepared.rule, page.names("listed")) == (WhomToCall.SENATOR, ["Pat Duffy"])


@pytest.mark.parametrize("seen", ["", "x", "=", "whom.rule=", "whom.rule=x whom", "9" * 5000, "٣"])
def test_whoever_was_shown_what_never_was_is_told(saves: Sends, page: WhomPage, seen: str) -> None:
    assert saves(rule="senator", seen=seen).status_code == 409
    assert page.prepared.rule is WhomToCall.REPRESENTATIVE


def test_saving_what_is_so_already_writes_nothing(saves: Sends, session: Session) -> None:
    assert saves(rule="representative").location.endswith("done=same")
    assert session.scalars(select(Edition.revision).where(Edition.published_at.is_(None))).all() == [1]


@pytest.mark.parametrize("campaign_id", ["0", "999", "9" * 30])
@pytest.mark.parametrize("where", ["", "/people", "/pasted", "/several"])
def test_a_campaign_that_is_not_there_is_not_found(page: WhomPage, campaign_id: str, where: str) -> None:
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.organizer.reads(page.path))[1]
    path = f"/organizers/campaigns/{campaign_id}/whom{where}"
    assert page.organizer.sends(path, csrf_token=token).status_code == 404


def test_supporters_may_call_on_their_own_phones_alone(saves: Sends, page: WhomPage, signed_in: Organizer) -> None:
    saves(rule="representative", own_phones="1")
    assert page.prepared.own_phones
    prepared = signed_in.reads(page.path.replace("whom", "publish"))
    assert "Yes, and we ring nobody" in prepared
    saves(rule="representative")
    assert not page.prepared.own_phones


def test_who_has_no_number_may_be_reached_through_the_switchboard(saves: Sends, page: WhomPage) -> None:
    saves(rule="representative", switchboard="1")
    assert page.prepared.switchboard
    assert "Yes, whoever has no number" in page.organizer.reads(page.path.replace("whom", "publish"))
    saves(rule="representative")
    assert not page.prepared.switchboard

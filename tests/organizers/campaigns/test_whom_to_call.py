"""Organizers prepare whom a campaign calls, and see it; it is in force once it is published."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.campaigns.editions.content import Whom
from app.campaigns.editions.prepared import prepared_edition
from models import Campaign, CampaignState, Edition, OfficeHolder, WhomToCall
from tests.organizers.conftest import Organizer
from tests.world.campaign.campaigns import publish_prepared
from tests.world.people.supporter import Supporter

Sends = Callable[..., TestResponse]


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/whom"


@pytest.fixture
def saves(signed_in: Organizer, page: str, campaign: int) -> Sends:
    """Open the page, change some fields, press Save."""

    def save(**typed: str) -> TestResponse:
        fresh = hidden(signed_in.reads(page))
        return signed_in.sends(page, **{"rule": "representative", "listed": "", "with_us": ""} | fresh | typed)

    return save


def hidden(text: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("csrf_token", "seen")}


def whom(session: Session) -> Whom:
    """Whom the campaign is prepared to call."""
    session.rollback()
    return prepared_edition(session, session.scalars(select(Campaign.id)).one()).content.whom


def rule(session: Session) -> WhomToCall:
    return whom(session).rule


def names(session: Session, which: str) -> list[str]:
    holders = dict(session.execute(select(OfficeHolder.id, OfficeHolder.name)).all())
    return [holders[one] for one in getattr(whom(session), which)]


def test_every_campaign_is_listed_with_how_it_stands(signed_in: Organizer, campaign: int) -> None:
    text = signed_in.reads("/organizers/campaigns")
    assert "the Safe Communities Act" in text
    assert "their own representative" in text


def test_without_campaigns_it_says_what_to_do(signed_in: Organizer, session: Session, campaign: int) -> None:
    session.execute(update(Campaign).values(state=CampaignState.DRAFT))
    session.query(Campaign).delete()
    session.commit()
    assert "No campaigns yet" in signed_in.reads("/organizers/campaigns")


@pytest.mark.parametrize("chosen", ["senator", "both"])
def test_the_rule_is_changed(saves: Sends, session: Session, chosen: str) -> None:
    answer = saves(rule=chosen)
    assert (answer.status_code, answer.location.endswith("done=changed")) == (303, True)
    assert rule(session) == chosen


def test_the_next_supporter_goes_by_it_once_it_is_published(
    saves: Sends, client: Any, session: Session, campaign: int
) -> None:
    saves(rule="senator")
    assert "Who is your state senator?" not in Supporter(client).asks_to_be_called(town="Worcester").text
    session.rollback()
    publish_prepared(session, campaign)
    session.commit()
    assert "Who is your state senator?" in Supporter(client).asks_to_be_called(town="Worcester").text


def test_a_list_is_kept_in_its_order(saves: Sends, session: Session) -> None:
    saves(rule="listed", listed="Jo Comerford\nPat Duffy\nRep. Barrett")
    assert names(session, "listed") == ["Jo Comerford", "Pat Duffy", "John Barrett"]


def test_a_list_can_be_put_in_another_order(saves: Sends, session: Session) -> None:
    saves(rule="listed", listed="Jo Comerford\nPat Duffy")
    saves(rule="listed", listed="Pat Duffy\nJo Comerford")
    assert names(session, "listed") == ["Pat Duffy", "Jo Comerford"]


def test_those_who_support_it_are_kept(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    saves(with_us="Duffy", thanks_script="Thank you, [Representative].")
    assert names(session, "with_us") == ["Pat Duffy"]
    assert "1 support it already and are thanked" in signed_in.reads(page)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"rule": ""}, "Choose whom this campaign calls."),
        ({"rule": "everybody"}, "Choose whom this campaign calls."),
        ({"rule": "listed"}, "Name at least one office holder"),
        ({"rule": "listed", "listed": "Nobody Atall"}, "Nobody who sits now is called “Nobody Atall”"),
        ({"with_us": "Moran"}, "“Moran” fits several"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    saves: Sends, session: Session, typed: dict[str, str], words: str
) -> None:
    answer = saves(**typed, thanks_script="I typed this for an hour.")
    assert answer.status_code == 422
    assert words in answer.text
    assert "I typed this for an hour." in answer.text
    assert (rule(session), names(session, "listed")) == (WhomToCall.REPRESENTATIVE, [])


def test_two_organizers_at_once_are_told(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    before = hidden(signed_in.reads(page))
    saves(rule="senator", listed="Pat Duffy", thanks_script="Theirs.")
    mine = {"rule": "both", "thanks_script": "Mine.", "listed": "", "with_us": ""}
    answer = signed_in.sends(page, **before | mine)
    assert answer.status_code == 409
    assert "Somebody else changed the same meanwhile" in answer.text
    assert ("Mine.</textarea>" in answer.text, ">Theirs.</blockquote>" in answer.text) == (True, True)
    assert whom(session).rule is WhomToCall.SENATOR
    assert signed_in.sends(page, **hidden(answer.text), **mine).status_code == 303
    assert whom(session).rule is WhomToCall.BOTH


def test_two_organizers_may_change_two_fields(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    before = hidden(signed_in.reads(page))
    saves(rule="senator")
    theirs = {"rule": "representative", "thanks_script": "", "listed": "", "with_us": "Duffy"}
    assert signed_in.sends(page, **before, **theirs).status_code == 303
    assert (rule(session), names(session, "with_us")) == (WhomToCall.SENATOR, ["Pat Duffy"])


@pytest.mark.parametrize("seen", ["", "x", "=", "whom.rule=", "whom.rule=x whom", "9" * 5000, "٣"])
def test_whoever_was_shown_what_never_was_is_told(saves: Sends, session: Session, seen: str) -> None:
    assert saves(rule="senator", seen=seen).status_code == 409
    assert rule(session) is WhomToCall.REPRESENTATIVE


def test_saving_what_is_so_already_writes_nothing(saves: Sends, session: Session) -> None:
    assert saves().location.endswith("done=same")
    assert session.scalars(select(Edition.revision).where(Edition.published_at.is_(None))).all() == [1]


@pytest.mark.parametrize("campaign_id", ["0", "999", "9" * 30])
def test_a_campaign_that_is_not_there_is_not_found(signed_in: Organizer, campaign_id: str) -> None:
    assert signed_in.client.get(f"/organizers/campaigns/{campaign_id}/whom").status_code == 404


def test_hostile_text_is_only_text(saves: Sends) -> None:
    answer = saves(rule="listed", listed="<img src=x onerror=alert(1)>", thanks_script="</textarea><script>")
    assert "<img" not in answer.text
    assert "<script>" not in answer.text

"""Organizers say whom a campaign calls, see it, and take it back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import (
    Campaign,
    CampaignChange,
    CampaignExclusion,
    CampaignState,
    ListedOfficeHolder,
    OfficeHolder,
    WhomToCall,
)
from tests.organizers.conftest import Organizer
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
        return signed_in.sends(page, **{"rule": "representative", "listed": "", "excluded": ""} | fresh | typed)

    return save


def hidden(text: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("csrf_token", "seen")}


def rule(session: Session) -> WhomToCall:
    session.rollback()
    return session.scalars(select(Campaign.whom_to_call)).one()


def names(session: Session, table: Any) -> list[str]:
    session.rollback()
    holders = select(OfficeHolder.name).join(table, table.office_holder_id == OfficeHolder.id)
    order = table.rank if table is ListedOfficeHolder else OfficeHolder.name
    return list(session.scalars(holders.order_by(order)))


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


def test_the_next_supporter_goes_by_it(saves: Sends, client: Any) -> None:
    saves(rule="senator")
    assert "Who is your state senator?" in Supporter(client).asks_to_be_called(town="Worcester").text


def test_a_list_is_kept_in_its_order(saves: Sends, session: Session) -> None:
    saves(rule="listed", listed="Jo Comerford\nPat Duffy\nRep. Barrett")
    assert names(session, ListedOfficeHolder) == ["Jo Comerford", "Pat Duffy", "John Barrett"]


def test_a_list_can_be_put_in_another_order(saves: Sends, session: Session) -> None:
    saves(rule="listed", listed="Jo Comerford\nPat Duffy")
    saves(rule="listed", listed="Pat Duffy\nJo Comerford")
    assert names(session, ListedOfficeHolder) == ["Pat Duffy", "Jo Comerford"]


def test_those_who_support_it_are_kept(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    saves(excluded="Duffy", thanks_script="Thank you, [Representative].")
    assert names(session, CampaignExclusion) == ["Pat Duffy"]
    assert "1 support it already and are thanked" in signed_in.reads(page)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"rule": ""}, "Choose whom this campaign calls."),
        ({"rule": "everybody"}, "Choose whom this campaign calls."),
        ({"rule": "listed"}, "Name at least one office holder"),
        ({"rule": "listed", "listed": "Nobody Atall"}, "Nobody who sits now is called “Nobody Atall”"),
        ({"excluded": "Moran"}, "“Moran” fits several"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    saves: Sends, session: Session, typed: dict[str, str], words: str
) -> None:
    answer = saves(**typed, thanks_script="I typed this for an hour.")
    assert answer.status_code == 422
    assert words in answer.text
    assert "I typed this for an hour." in answer.text
    assert (rule(session), names(session, ListedOfficeHolder)) == (WhomToCall.REPRESENTATIVE, [])


def test_two_organizers_at_once_are_told(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    before = hidden(signed_in.reads(page))
    saves(rule="senator")
    answer = signed_in.sends(page, **before | {"rule": "both", "thanks_script": "Mine."})
    assert answer.status_code == 409
    assert "Somebody else changed this campaign meanwhile" in answer.text
    assert "Mine." in answer.text
    assert rule(session) is WhomToCall.SENATOR


def test_the_last_change_can_be_undone_once(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    saves(rule="listed", listed="Pat Duffy")
    change = session.scalars(select(CampaignChange.id)).one()
    form = hidden(signed_in.reads(page)) | {"change": str(change)}
    assert signed_in.sends(f"{page}/undo", **form).location.endswith("done=undone")
    assert (rule(session), names(session, ListedOfficeHolder)) == (WhomToCall.REPRESENTATIVE, [])
    assert signed_in.sends(f"{page}/undo", **form).location.endswith("done=same")


@pytest.mark.parametrize("change", ["", "0", "-1", "abc", "9" * 30, "٣"])
def test_an_undo_of_nothing_changes_nothing(signed_in: Organizer, page: str, change: str, session: Session) -> None:
    form = hidden(signed_in.reads(page)) | {"change": change}
    assert signed_in.sends(f"{page}/undo", **form).status_code == 303
    assert rule(session) is WhomToCall.REPRESENTATIVE


def test_saving_what_is_so_already_writes_nothing(saves: Sends, session: Session) -> None:
    assert saves().location.endswith("done=same")
    assert not session.scalars(select(CampaignChange)).all()


@pytest.mark.parametrize("campaign_id", ["0", "999", "9" * 30])
def test_a_campaign_that_is_not_there_is_not_found(signed_in: Organizer, campaign_id: str) -> None:
    assert signed_in.client.get(f"/organizers/campaigns/{campaign_id}/whom").status_code == 404


def test_hostile_text_is_only_text(saves: Sends) -> None:
    answer = saves(rule="listed", listed="<img src=x onerror=alert(1)>", thanks_script="</textarea><script>")
    assert "<img" not in answer.text
    assert "<script>" not in answer.text

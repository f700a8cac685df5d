"""Organizers write what supporters say, with blanks, and see it filled in for a town of their choice."""

import html
import re
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.texts import Texts
from models import OfficeHolder
from tests.organizers.conftest import Organizer, hidden_fields
from tests.world.campaign.campaigns import prepares_fields

Sends = Callable[..., TestResponse]


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/script"


@pytest.fixture
def saves(signed_in: Organizer, page: str) -> Sends:
    """Open the page, change some fields, press Save."""

    def save(**typed: str) -> TestResponse:
        text = signed_in.reads(page)
        return signed_in.sends(page, **fields(text) | hidden_fields(text, page) | typed)

    return save


def fields(text: str) -> dict[str, str]:
    found = re.findall(r'<textarea id="(\w+)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    return {name: html.unescape(typed) for name, typed in found}


def words_of(text: str) -> str:
    """What can be read, without marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def texts(session: Session, campaign: int) -> Texts:
    session.rollback()
    return prepared_edition(session, campaign).content.english


def test_each_script_is_prepared(saves: Sends, session: Session, campaign: int) -> None:
    typed = {"script": "I am [name].\n\nYes?", "voicemail_script": "Hello.", "thanks_script": "Thank you, [office]."}
    assert saves(**typed).location.endswith("done=changed")
    english = texts(session, campaign)
    assert {name: getattr(english, name) for name in typed} == typed


def test_saving_what_is_so_already_says_so(saves: Sends) -> None:
    assert saves().location.endswith("done=same")


def test_it_is_filled_in_for_a_town_of_choice(saves: Sends, signed_in: Organizer, page: str) -> None:
    saves(script="I am [name] from [Town], for [office].")
    assert "I am Ana from Holyoke, for the office of Representative Pat Duffy." in words_of(signed_in.reads(page))
    shown = words_of(signed_in.reads(page, town="Amherst"))
    assert re.search(r"I am Ana from Amherst, for the office of Representative \w+", shown)


@pytest.mark.parametrize(
    ("town", "told"),
    [("Worcester", "Worcester has several:"), ("Nowhere at all", "We know no town “Nowhere at all”."), ("", "")],
)
def test_it_says_where_a_town_does_not_decide_who_is_called(
    signed_in: Organizer, page: str, town: str, told: str
) -> None:
    assert told in words_of(signed_in.reads(page, town=town))


def test_the_town_stays_after_saving(saves: Sends) -> None:
    assert "town=Amherst" in saves(script="Yes.", town="Amherst").location


def test_how_long_it_takes_is_told_in_every_language_of_the_phone(signed_in: Organizer, page: str) -> None:
    told = words_of(signed_in.reads(page))
    assert re.search(r"Read aloud: English 0:\d\d; English and then Spanish 0:\d\d, Portuguese 0:\d\d, ", told)
    assert "Chinese (simplified)" in told
    assert "Chinese (traditional)" in told  # it is read in Cantonese


def test_what_should_be_looked_at_is_told(saves: Sends, signed_in: Organizer, page: str) -> None:
    saves(script="Vote for [the bill].", thanks_script="")
    told = words_of(signed_in.reads(page))
    assert "“[the bill]” is filled in by nobody" in told
    assert "Nobody says who is calling: put [name] in." in told
    assert "There is none: those who are with us are not called." in told


def test_what_is_too_long_is_shown_again(saves: Sends, session: Session, campaign: int) -> None:
    before = texts(session, campaign)
    answer = saves(script="Call now. " * 10_000)
    assert answer.status_code == 422
    assert "Script: this is 95999 characters too long." in answer.text
    assert len(fields(answer.text)["script"]) == 99_999
    assert texts(session, campaign) == before


def test_somebody_elses_words_are_shown_beside(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    mine = signed_in.reads(page)
    saves(script="Theirs.", voicemail_script="Theirs too.")
    answer = signed_in.sends(page, **fields(mine) | hidden_fields(mine, page) | {"script": "Mine."})
    assert answer.status_code == 409
    assert fields(answer.text)["script"] == "Mine."
    assert ">Theirs.</blockquote>" in answer.text
    again = fields(answer.text) | hidden_fields(answer.text, page)
    assert signed_in.sends(page, **again).status_code == 303


def test_what_somebody_else_wrote_in_another_field_stays(
    saves: Sends, session: Session, signed_in: Organizer, page: str, campaign: int
) -> None:
    mine = signed_in.reads(page)
    saves(voicemail_script="Theirs.")
    signed_in.sends(page, **fields(mine) | hidden_fields(mine, page) | {"script": "Mine."})
    assert (texts(session, campaign).script, texts(session, campaign).voicemail_script) == ("Mine.", "Theirs.")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>"])
def test_hostile_text_is_only_text(saves: Sends, signed_in: Organizer, page: str, typed: str) -> None:
    saves(script=typed)
    text = signed_in.reads(page)
    assert typed not in text
    assert fields(text)["script"] == typed


def test_marks_that_turn_the_line_around_are_left_out_and_emoji_stay(
    saves: Sends, session: Session, campaign: int
) -> None:
    saves(script="Vote \u202eyes\u200f 🤙\x00.")
    assert texts(session, campaign).script == "Vote yes 🤙."


def test_a_campaign_that_calls_a_list_of_nobody_leaves_the_blank_open(
    signed_in: Organizer, session: Session, campaign: int, page: str
) -> None:
    prepares_fields(session, campaign, {("whom", "rule"): "listed", ("english", "script"): "To [office]."})
    session.commit()
    assert "To [office]." in words_of(signed_in.reads(page))


def test_where_no_town_is_asked_for_anybody_reads_it(
    signed_in: Organizer, session: Session, campaign: int, page: str
) -> None:
    somebody = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    prepares_fields(session, campaign, {("whom", "rule"): "listed", ("whom", "listed"): [somebody]})
    session.commit()
    assert "As a supporter reads it" in words_of(signed_in.reads(page))

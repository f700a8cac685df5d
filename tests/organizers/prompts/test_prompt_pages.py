"""Organizers see every prompt in the order of a call, and say something in its place."""

import re
from html import unescape

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.organizers.prompts.names import BLANKS, EVERYWHERE, GROUPS, PROMPTS
from models import Campaign
from tests.organizers.conftest import Organizer
from tests.organizers.prompts.conftest import Reads, Sends, said
from tests.world.campaign.prompts import campaign_prompt, says_instead
from tests.world.campaign.sounds import encoded
from voice_flows.blanks import blanks_in
from voice_flows.words import WORDS

HOSTILE = "<img src=x onerror=alert(1)></textarea><script>"


def test_every_prompt_there_is_has_its_place_in_one_group() -> None:
    assert sorted(key for group in GROUPS.values() for key in group) == sorted(WORDS["en"])


def test_every_blank_there_is_is_explained() -> None:
    assert {blank for words in WORDS.values() for text in words.values() for blank in blanks_in(text)} <= set(BLANKS)


def test_every_prompt_is_shown_as_it_is_heard_with_its_seconds(reads: Reads) -> None:
    text = reads()
    assert [text.index(f" {name.title} ") for group in GROUPS.values() for name in group.values()]
    assert "Thank you for calling. You can reach Massachusetts Neighbors Together at 6 1 7, 5 5 5, 0 1 0 0" in text
    assert re.search(r"Goodbye\. about \d s Listen", text)


def test_prompts_stand_in_the_order_of_a_call(signed_in: Organizer, page: str) -> None:
    text = signed_in.reads(page)
    order = [text.index(f'id="{key}"') for key in ("who_is_calling", "whom", "ready", "connecting", "goodbye")]
    assert order == sorted(order)


def test_a_prompt_that_takes_too_long_is_flagged(session: Session, campaign: int, reads: Reads) -> None:
    before = reads()
    says_instead(session, campaign_prompt(session, campaign, "office_busy"), "word " * 40)
    text = reads("office_busy")
    assert "Long" in text
    assert "This lasts longer than 12 seconds" in text
    assert reads().count(" Long ") == before.count(" Long ") + 1


def test_the_list_of_campaigns_leads_to_the_prompts(signed_in: Organizer, page: str) -> None:
    assert f'href="{page}"' in signed_in.reads("/organizers/campaigns")


def test_every_prompt_has_a_page_and_takes_its_own_words(sends: Sends) -> None:
    came = [sends("words", key, text=WORDS["en"][key]).location for key in PROMPTS if key not in EVERYWHERE]
    assert {location.rpartition("=")[2] for location in came} == {"changed"}


@pytest.mark.parametrize("key", [*sorted(EVERYWHERE), "nothing", "%00", "__class__"])
def test_what_no_campaign_can_change_has_no_page(signed_in: Organizer, page: str, key: str) -> None:
    assert signed_in.opens(f"{page}/en/{key}").status_code == 404
    assert signed_in.sends(f"{page}/en/{key}/words", text="x").status_code in {400, 404}


@pytest.mark.parametrize("path", ["?language=xx", "/xx/goodbye", "?language=%00"])
def test_a_language_that_the_phone_does_not_speak_is_not_found(signed_in: Organizer, page: str, path: str) -> None:
    assert signed_in.opens(page + path).status_code == 404


@pytest.mark.parametrize("campaign_id", ["0", "999", "9" * 30])
def test_a_campaign_that_is_not_there_is_not_found(signed_in: Organizer, campaign_id: str) -> None:
    for path in ("", "/en/goodbye"):
        assert signed_in.opens(f"/organizers/campaigns/{campaign_id}/prompts{path}").status_code == 404


def test_chinese_keeps_its_own_comma(sends: Sends, session: Session) -> None:
    sends("words", text="您好，再见。")
    assert said(session) == ("您好，再见。", False)


def test_other_words_are_saved(sends: Sends, session: Session, reads: Reads) -> None:
    sends("words", text=" Bye   from {group}. ")
    assert said(session) == ("Bye from {group}.", False)
    assert "Bye from Massachusetts Neighbors Together ." in reads("goodbye")
    assert "Goodbye Your words" in reads()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Write what is to be said."),
        ("Bye {name}.", "{name} is no blank of this prompt. It knows {group}, {campaign_number}."),
        ("Bye {town}.", "{town} is no blank of this prompt."),
        ("Bye {group.", "There is a { or } that belongs to no blank."),
        ("Bye {}.", "There is a { or } that belongs to no blank."),
        ("Bye {group!r}.", "There is a { or } that belongs to no blank."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(sends: Sends, session: Session, text: str, told: str) -> None:
    answer = sends("words", text=text)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert f">{text}</textarea>" in answer.text
    assert said(session) is None


def test_a_prompt_without_blanks_knows_none(sends: Sends) -> None:
    assert "It has none." in sends("words", "ready", text="Ready, {group}?").text


@pytest.mark.parametrize("to", ["words", "recording", "again"])
def test_a_form_without_its_token_is_refused(signed_in: Organizer, page: str, session: Session, to: str) -> None:
    answer = signed_in.sends(f"{page}/en/goodbye/{to}", text="Bye.", seen="0", edition="built-in")
    assert (answer.status_code, said(session)) == (400, None)


def test_hostile_text_is_only_text(sends: Sends, uploads: Sends, session: Session, signed_in: Organizer) -> None:
    for answer in (sends("words", text=HOSTILE), uploads(encoded("mp3"), f"{HOSTILE}.mp3", says=HOSTILE)):
        shown = answer.text + signed_in.reads(answer.location)
        assert not re.search(r"<img|<script>", shown)
    campaign = session.scalars(select(Campaign)).one()
    assert not re.search(r"<img|<script>", signed_in.reads(f"/organizers/campaigns/{campaign.id}/prompts"))

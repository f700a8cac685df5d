"""Organizers see what is prepared beside what is in force, publish it, read earlier editions, and take it back."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import edition_in_force, published_editions
from app.campaigns.editions.fields import fields_of
from app.organizers.editions.names import part, title
from models import AuditAct, AuditEvent, CallStatus, Edition, OfficeHolder
from tests.campaigns.editions.test_content import WHOLE
from tests.organizers.conftest import CSRF, EMAIL, Called, Organizer, hidden_fields
from tests.world.campaign.campaigns import change_campaign, prepares_fields, publish_prepared
from tests.world.campaign.prompts import a_recording

HEADLINE = ("english", "headline")
HOSTILE = "</blockquote><script>alert(1)</script>{{ 7*7 }}"

Reads = Callable[[], str]
Presses = Callable[..., str]


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/publish"


@pytest.fixture
def reads(signed_in: Organizer, page: str) -> Reads:
    """The words of the page."""
    return lambda: plain(signed_in.reads(page))


@pytest.fixture
def prepare(session: Session, campaign: int) -> Callable[[dict[tuple[str, ...], Any]], None]:
    """Prepare some fields."""

    def prepare(fields: dict[tuple[str, ...], Any]) -> None:
        prepares_fields(session, campaign, fields)
        session.commit()

    return prepare


@pytest.fixture
def presses(signed_in: Organizer, page: str, session: Session) -> Presses:
    """Press the button; gives what was told."""

    def presses(**typed: str) -> str:
        form = hidden_fields(signed_in.reads(page), page)
        answer = signed_in.sends(page, **form | typed)
        session.rollback()
        return answer.location.partition("done=")[2]

    return presses


def plain(text: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.partition("<main")[2])))


def headline(session: Session, campaign: int) -> str:
    session.rollback()
    return edition_in_force(session, campaign).content.english.headline


def test_without_anything_prepared_it_says_what_to_do(reads: Reads) -> None:
    assert "Everything that is prepared is in force" in reads()
    assert "Published by Ringdown" in reads()


def test_a_change_is_told_word_by_word_under_its_heading(signed_in: Organizer, page: str, prepare: Any) -> None:
    prepare({HEADLINE: "Ask your senator to pass the Safe Communities Act"})
    text = signed_in.reads(page)
    assert "1 change waits to be published" in text
    assert "Words in English" in text
    assert "Ask your <del>representative</del><ins>senator</ins> to pass" in text


def test_every_kind_of_field_is_written_in_words(session: Session, prepare: Any, reads: Reads) -> None:
    duffy = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    recording = a_recording(session).id
    prepare(
        {
            ("whom", "rule"): "both",
            ("whom", "with_us"): [duffy, 2**40],
            ("script_told",): "own",
            ("prompts", "zh", "goodbye"): {"text": "再见。", "recording_id": recording},
            ("translations", "es", "texts", "talking_points"): ["Es justo.", "Es bueno."],
            ("languages",): ["en", "es"],
            ("when", "ends_at"): "2099-12-01T22:30:00Z",
            ("look", "logo_id"): 7,
            ("actions",): [{"title": "Share", "text": "Three friends", "url": "https://example.org"}],
        }
    )
    for words in (
        "Supporters call",
        "their representative, then their senator",
        "Pat Duffy",
        "somebody who holds no seat now",
        "In their language alone",
        "Said on the phone in Mandarin",
        "再见。 (recorded)",
        "谢谢您打来",
        "Words in Spanish",
        "Es bueno.",
        "English, Spanish",
        "Three friends",
        "Dec 1, 2099, 5:30 PM",
        "a picture",
    ):
        assert words in reads()


@pytest.mark.parametrize("path", fields_of(WHOLE))
def test_every_field_of_an_edition_has_a_name_and_a_heading(path: tuple[str, ...]) -> None:
    if "made_from" not in path:
        assert title(path)
        assert part(path)


def test_the_button_puts_all_of_it_into_force(
    presses: Presses, prepare: Any, session: Session, campaign: int, reads: Reads, client: Any
) -> None:
    prepare({HEADLINE: "Call now"})
    assert presses() == "changed"
    assert headline(session, campaign) == "Call now"
    assert "Call now" in client.get("/c/safe-communities").text
    assert "Everything that is prepared is in force" in reads()
    assert f"Published by {EMAIL}" in reads()


def test_who_published_is_written_down(presses: Presses, prepare: Any, session: Session, campaign: int) -> None:
    prepare({HEADLINE: "Call now"})
    presses()
    (event,) = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.CAMPAIGN_CHANGED))
    assert (event.who, event.campaign_id) == (EMAIL, campaign)
    assert (event.before, event.after) == ({"edition": "version 1"}, {"edition": "version 2"})


def test_what_is_in_force_already_is_told(signed_in: Organizer, page: str, session: Session) -> None:
    form = {"csrf_token": CSRF.search(signed_in.reads(page))[1], "seen": "1"}
    assert signed_in.sends(page, **form).location.endswith("done=same")
    assert not session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.CAMPAIGN_CHANGED)).all()


@pytest.mark.parametrize("seen", ["", "x", "0", "9" * 5000, "٣"])
def test_nothing_is_published_unseen(
    presses: Presses, prepare: Any, session: Session, campaign: int, seen: str
) -> None:
    prepare({HEADLINE: "Call now"})
    assert presses(seen=seen) == "faster"
    assert headline(session, campaign) != "Call now"


def test_calls_under_way_are_said_to_keep_what_they_began_with(called: Called, prepare: Any, reads: Reads) -> None:
    prepare({HEADLINE: "Call now"})
    assert "began with" not in reads()
    called(status=CallStatus.TALKING, ended_at=None)
    assert "Of those who asked already, 1 on the phone keeps what they began with." in reads()
    called(status=CallStatus.SCHEDULED, ended_at=None, phone="+16175550124")
    assert "1 on the phone and 1 with a time agreed on keep what they began with." in reads()


def test_an_earlier_edition_is_read_and_published_again(
    signed_in: Organizer, page: str, session: Session, campaign: int, reads: Reads
) -> None:
    first = published_editions(session, campaign)[0]
    was = headline(session, campaign)
    change_campaign(session, headline="Call now")
    address = page.replace("/publish", f"/editions/{first.id}")
    text = signed_in.reads(address)
    assert was in plain(text)
    assert "This would be said again as it was then" in text
    form = hidden_fields(text, f"{page}/again")
    assert signed_in.sends(f"{page}/again", **form).location.endswith("done=again")
    assert headline(session, campaign) == was
    assert "The earlier edition is in force again." in plain(signed_in.reads(page, done="again"))


def test_the_edition_in_force_is_read_and_has_no_way_back_to_itself(
    signed_in: Organizer, page: str, session: Session, campaign: int
) -> None:
    in_force = published_editions(session, campaign)[0]
    text = signed_in.reads(page.replace("/publish", f"/editions/{in_force.id}"))
    assert ("In force" in text, "Publish it again" in text) == (True, False)


def test_an_earlier_edition_that_says_the_same_says_so(
    signed_in: Organizer, page: str, session: Session, campaign: int
) -> None:
    first, was = published_editions(session, campaign)[0], headline(session, campaign)
    change_campaign(session, headline="Call now")
    change_campaign(session, headline=was)
    assert "It says what is in force now." in signed_in.reads(page.replace("/publish", f"/editions/{first.id}"))


@pytest.mark.parametrize("edition", ["", "0", "-1", "abc", "9" * 5000, "٣"])
def test_an_edition_that_never_was_is_not_published(
    signed_in: Organizer, page: str, session: Session, campaign: int, edition: str
) -> None:
    form = {"csrf_token": CSRF.search(signed_in.reads(page))[1], "seen": "1", "edition": edition}
    assert signed_in.sends(f"{page}/again", **form).location.endswith("done=same")
    assert len(published_editions(session, campaign)) == 1


@pytest.mark.parametrize("edition", ["0", "999999", "9" * 30])
def test_an_edition_that_is_not_there_is_not_found(signed_in: Organizer, page: str, edition: str) -> None:
    assert signed_in.opens(page.replace("/publish", f"/editions/{edition}")).status_code == 404


@pytest.mark.parametrize("path", ["publish", "editions/1"])
def test_a_campaign_that_is_not_there_is_not_found(signed_in: Organizer, path: str) -> None:
    assert signed_in.opens(f"/organizers/campaigns/999/{path}").status_code == 404


def test_a_campaign_that_was_never_published_can_be(
    signed_in: Organizer, page: str, session: Session, campaign: int, presses: Presses, reads: Reads
) -> None:
    session.execute(update(Edition).values(based_on_id=None))
    session.execute(delete(Edition).where(Edition.published_at.is_not(None)))
    session.commit()
    assert "Nothing was published yet." in reads()
    assert presses() == "changed"
    assert len(published_editions(session, campaign)) == 1


@pytest.mark.parametrize("path", ["whom", "languages", "languages/es", "prompts", "prompts/en/goodbye"])
def test_every_page_on_which_something_is_prepared_leads_here(
    signed_in: Organizer, page: str, prepare: Any, path: str
) -> None:
    address = page.replace("publish", path)
    assert "What you save here is prepared" in signed_in.reads(address)
    prepare({HEADLINE: "Call now"})
    assert "1 change is prepared and not in force yet" in signed_in.reads(address)
    assert f'href="{page}"' in signed_in.reads(address)


def test_hostile_text_is_only_text(
    signed_in: Organizer, page: str, prepare: Any, session: Session, campaign: int
) -> None:
    prepare({HEADLINE: HOSTILE, ("prompts", "en", "goodbye"): {"text": HOSTILE, "recording_id": None}})
    text = signed_in.reads(page)
    publish_prepared(session, campaign)
    session.commit()
    text += signed_in.reads(page.replace("/publish", f"/editions/{published_editions(session, campaign)[0].id}"))
    assert ("<script>" in text, "49" in plain(text).partition("alert")[2][:20]) == (False, False)

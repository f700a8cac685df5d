"""Whoever does not telephone writes instead: a link to their mail program, and the text to copy."""

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sqlalchemy import update

from app import create_app
from app.campaigns.in_force import campaign_words
from app.campaigns.script_shown import ShownScript
from app.store.db import close_db
from app.web.filled_in.letter import LONGEST_LINK, Letter, letter
from models import Call, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock
from voice_flows.names import Title, Titled

pytestmark = pytest.mark.usefixtures("campaign")

DUFFY = "patricia.duffy@mahouse.gov"
SATURDAY = "2026-10-31 14:00"
LINK = re.compile(r'href="(mailto:[^"?][^"]*)"')  # to somebody: friends are told by one to nobody yet
TEXT = re.compile(r"<textarea[^>]*readonly[^>]*>\n(.*?)</textarea>", re.DOTALL)


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def on_saturday(app, settings):
    """Somebody who visits while every office is closed."""
    there = create_app(settings.model_copy(update={"always_open": False}), clock=WallClock(SATURDAY))
    there.testing = False
    there.test_client_class = app.test_client_class
    yield Supporter(there.test_client())
    close_db(there)


def links(page):
    return [unescape(link) for link in LINK.findall(page)]


def written(page):
    """Address, subject and text of the only link."""
    (link,) = links(page)
    fields = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    return unquote(urlsplit(link).path), fields["subject"], fields.get("body", [""])


def followed(supporter, **typed):
    """The page of a call, or of a code, that was asked for."""
    return supporter.client.get(supporter.asks_to_be_called(**typed).location.removesuffix("#main")).text


def a_letter(text="Hello", subject="A bill", address="pat@example.org"):
    return Letter(Titled("Pat Duffy", Title.REPRESENTATIVE), address, subject, text, "en")


def test_a_closed_office_can_be_written_to(on_saturday):
    address, subject, (body,) = written(on_saturday.asks_to_be_called(name="Zoë & Ana").text)
    assert (address, subject) == (DUFFY, ["The Safe Communities Act"])
    assert body.startswith(
        "Hello, my name is Zoë & Ana, and I live in Holyoke.\r\n\r\nI am calling to ask Representative"
    )


def test_whoever_dials_themselves_may_write_too(supporter):
    address, _, (body,) = written(followed(supporter, dial="1", phone="", consent=""))
    assert (address, "[name]" in body, "Holyoke" in body) == (DUFFY, True, True)


def test_whoever_waits_for_the_phone_to_ring_may_write_too(supporter):
    address, _, (body,) = written(followed(supporter, name="Zoë"))
    assert (address, "my name is Zoë" in body) == (DUFFY, True)


def test_whoever_is_on_the_phone_is_not_told_to_write(supporter, session):
    page = supporter.asks_to_be_called().location.removesuffix("#main")
    session.execute(update(Call).values(status="accepted"))
    session.commit()
    assert not LINK.findall(supporter.client.get(page).text)


def test_a_canceled_call_leaves_the_letter(supporter):
    page = supporter.asks_to_be_called().location.removesuffix("#main")
    supporter.client.post(f"{page}/cancel")
    assert written(supporter.client.get(page).text)[0] == DUFFY


def test_an_office_without_a_number_can_be_written_to(supporter):
    assert written(supporter.asks_to_be_called(town="Taunton", district="25012").text)[0] == "lisa.field@mahouse.gov"


def test_each_of_several_offices_gets_a_letter(on_saturday, session):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    page = on_saturday.asks_to_be_called().text
    assert [link.partition("?")[0] for link in links(page)] == [f"mailto:{DUFFY}", "mailto:john.velis@masenate.gov"]


def test_no_address_is_no_letter(session, campaign):
    words, nothing_to_say = campaign_words(session, campaign, 1), ShownScript((), (), "en")
    assert letter(words, Titled("Pat Duffy"), "", nothing_to_say) is None


def test_the_text_to_copy_is_the_text_of_the_link(on_saturday):
    page = on_saturday.asks_to_be_called(name="<b>Zoë").text
    body = written(page)[2][0]
    assert unescape(TEXT.search(page)[1]) == body.replace("\r\n", "\n")


def test_the_office_is_written_to_in_english_whatever_the_page_speaks(on_saturday):
    on_saturday.client.set_cookie("language", "zh_Hant")
    page = on_saturday.asks_to_be_called().text
    assert written(page)[2][0].startswith("Hello, my name is [name]")
    assert "改為寫信" in page


def test_a_script_that_is_too_long_for_a_link_is_copied_whole(on_saturday, session):
    long = "We ask you to act. " * 1000
    change_campaign(session, script=long)
    page = on_saturday.asks_to_be_called().text
    assert written(page)[2] == [""]
    assert "copy it first" in page
    assert unescape(TEXT.search(page)[1]) == long.strip()


@pytest.mark.parametrize("text", ["a" * 1900, "é" * 320, "\n" * 320, "請" * 220])
def test_no_link_is_longer_than_a_mail_program_takes(text):
    assert not a_letter(text).has_text
    assert a_letter(text).url == "mailto:pat@example.org?subject=A%20bill"


def test_a_link_may_be_exactly_so_long():
    shortest = len(a_letter("").url)
    assert len(a_letter("a" * (LONGEST_LINK - shortest)).url) == LONGEST_LINK
    assert not a_letter("a" * (LONGEST_LINK - shortest + 1)).has_text


@pytest.mark.parametrize("written", ["50 % & more? #1 = +2;\nBcc: x@example.org", "“Zoë”\n\n您好"])
def test_no_text_ends_a_field_or_begins_another(written):
    fields = parse_qs(urlsplit(a_letter(written, subject=written).url).query, strict_parsing=True)
    assert fields == {"subject": [written], "body": [written.replace("\n", "\r\n")]}


def test_an_address_with_signs_of_its_own_stays_one_address():
    assert a_letter(address="a&b?c%d@example.org").url.startswith("mailto:a%26b%3Fc%25d@example.org?subject=")

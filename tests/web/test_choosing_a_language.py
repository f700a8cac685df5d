"""A supporter reads the pages in their language: the browser's at first, then the one they chose."""

import re

import pytest
from sqlalchemy import select

from app.language.languages import LANGUAGES
from models import Call, DialIn
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

PAGE = "/c/safe-communities"
CODES = [language.code for language in LANGUAGES]


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def reads(client):
    """The language of a page, as it says itself."""
    return lambda path=PAGE, **how: re.search(r'<html lang="([^"]+)"', client.get(path, **how).text)[1]


def cookies(answer):
    return [one for one in answer.headers.getlist("Set-Cookie") if one.removeprefix("__Host-").startswith("language=")]


@pytest.mark.parametrize(
    ("accepts", "tag"),
    [("es-US,en;q=0.8", "es"), ("de, pt;q=0.7", "pt-BR"), ("zh-TW", "zh-Hant"), ("ht;q=0, en", "en")],
)
def test_the_first_visit_is_in_the_browsers_language(reads, accepts, tag):
    assert reads(headers={"Accept-Language": accepts}) == tag


def test_a_first_visit_leaves_no_cookie(client):
    assert cookies(client.get(PAGE, headers={"Accept-Language": "es"})) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_a_language_that_was_chosen_is_remembered(client, reads, language):
    client.get(f"{PAGE}?language={language.code}")
    assert reads(headers={"Accept-Language": "fr"}) == language.tag


def test_the_cookie_holds_the_language_alone_for_a_year(client):
    (cookie,) = cookies(client.get(f"{PAGE}?language=zh_Hant"))
    parts = cookie.split("; ")
    assert parts[0] == "language=zh_Hant"
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"} <= set(parts)
    assert "Secure" not in parts


def test_behind_https_the_cookie_stays_there(another_app, campaign):
    secure = another_app(public_base_url="https://call.example.org").test_client()
    (cookie,) = cookies(secure.get(f"{PAGE}?language=es"))
    assert "Secure" in cookie.split("; ")


@pytest.mark.parametrize("wish", ["xx", "", "../es", "es%0d%0aX: 1", "<script>", "//evil.example", "ES", "e" * 5000])
def test_a_language_that_we_do_not_have_changes_nothing(client, reads, wish):
    answer = client.get(f"{PAGE}?language={wish}")
    assert (answer.status_code, cookies(answer)) == (200, [])
    assert "evil.example" not in answer.text
    assert reads() == "en"


def test_a_cookie_of_somebody_elses_making_changes_nothing(client, reads):
    client.set_cookie("language", "<script>")
    assert reads(headers={"Accept-Language": "es"}) == "es"


def test_every_page_says_on_what_it_depends(client):
    for path in ("/", PAGE, "/nowhere", f"{PAGE}/call/x"):
        assert {"Accept-Language", "Cookie"} <= set(client.get(path).vary), path


def test_every_language_stands_in_its_own_words_and_one_is_marked(client):
    page = client.get(f"{PAGE}?language=es").text
    for language in LANGUAGES:
        assert re.search(rf'lang="{language.tag}"[^>]*>{language.name}<', page)
    assert re.findall(r'aria-current="true">([^<]+)<', page) == ["Español"]


@pytest.mark.parametrize("path", ["/nowhere?a=1&language=es", "//evil.example/x", f"{PAGE}/call/x?change=1"])
def test_links_lead_to_the_same_page_and_nowhere_else(client, path):
    links = re.findall(r'<a href="([^"]*)" lang="ht"', client.get(path).text)
    assert len(links) == 1
    assert links[0].startswith("?")


def test_a_link_keeps_what_else_the_address_says(client, supporter):
    call = supporter.asks_to_be_called().location.partition("#")[0]
    assert 'href="?change=1&amp;language=ht"' in client.get(f"{call}?change=1&language=es").text


def test_the_front_door_hands_on_what_was_chosen_there(client):
    assert client.get("/?language=es").location == f"{PAGE}?language=es"
    assert client.get("/?language=//evil.example").location == PAGE


def test_organizers_pages_stay_english_and_choose_nothing(client):
    client.set_cookie("language", "es")
    answer = client.get("/sign-in?language=ht")
    assert '<html lang="en">' in answer.text
    assert "Kreyòl" not in answer.text
    assert cookies(answer) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_the_phone_speaks_the_language_of_the_page(client, supporter, session, language):
    client.set_cookie("language", language.code)
    supporter.asks_to_be_called()
    assert session.scalar(select(Call.language)) == language.voice


def test_whoever_dials_keeps_the_language_of_the_page(client, supporter, session):
    client.set_cookie("language", "zh_Hant")
    supporter.asks_to_be_called(dial="1")
    assert session.scalar(select(DialIn.language)) == "yue"


def test_the_call_says_in_which_language_its_words_were_read(client, supporter, session):
    client.set_cookie("language", "pt")
    box = re.search(r'name="consent" value="(\w+)"', supporter.opens_the_page().text)[1]
    client.set_cookie("language", "es")  # meanwhile, in another tab
    supporter.asks_to_be_called(consent=box)
    assert session.scalar(select(Call.agreed_in)) == "2026-11-25/pt"


@pytest.mark.parametrize("consent", ["yes", "xx", "<b>"])
def test_a_tick_in_no_language_of_ours_is_none(supporter, session, consent):
    assert supporter.asks_to_be_called(consent=consent).status_code == 422
    assert session.scalar(select(Call.id)) is None


def test_progress_is_new_in_another_language(client, supporter):
    page = supporter.asks_to_be_called().location.partition("#")[0]
    answers = [client.get(f"{page}/progress?language={code}") for code in ("es", "ht")]
    assert ["Su llamada es la próxima" in answers[0].text, "se pwochen an" in answers[1].text] == [True, True]
    stale = client.get(f"{page}/progress?language=ht", headers={"If-None-Match": answers[0].headers["ETag"]})
    assert stale.status_code == 200


def test_a_page_in_another_tab_chooses_nothing_by_asking_how_the_call_goes(client, supporter):
    page = supporter.asks_to_be_called().location.partition("#")[0]
    assert f'data-poll="{page}/progress?language=en"' in client.get(page).text
    assert cookies(client.get(f"{page}/progress?language=es")) == []


def test_what_the_program_puts_in_json_stays_english(client, app):
    client.set_cookie("language", "es")
    result = app.test_cli_runner().invoke(args=["representatives", "find", "Acton"])
    assert "Acton is divided among 2 House districts." in result.output


def test_the_number_is_shown_again_after_a_switch(supporter, client):
    page = client.post(f"{PAGE}?language=ht", data=supporter.form(town="Acton", name="Zoë"), follow_redirects=True)
    for value in ("(•••) •••-••23", "Acton", "Zoë"):
        assert f'value="{value}"' in page.text

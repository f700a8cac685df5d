"""Organizers translate a campaign's texts, see what is missing, and never lose what they typed."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import prepared_words
from app.campaigns.texts import Texts
from models import Campaign, Edition
from tests.organizers.conftest import Organizer
from tests.world.campaign.campaigns import change_campaign, prepares_fields, publish_prepared

Sends = Callable[..., TestResponse]
REVISION = 3  # of what is prepared when a test begins
SCRIPT = "Hola, soy [name] de [City/Town]. [Representative], por favor."


@pytest.fixture(autouse=True)
def untranslated(session: Session, campaign: int) -> None:
    change_campaign(session, translations={})


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/languages"


@pytest.fixture
def reads(signed_in: Organizer, page: str) -> Callable[[str], str]:
    """The text of the list, or of a language's page."""
    return lambda language="": plain(signed_in.reads(f"{page}/{language}" if language else page))


@pytest.fixture
def saves(signed_in: Organizer, page: str) -> Sends:
    """Open a language's page, change some fields, press a button."""

    def save(language: str = "es", **typed: str) -> TestResponse:
        text = signed_in.reads(f"{page}/{language}")
        return signed_in.sends(f"{page}/{language}", **fields(text) | hidden(text) | named(typed))

    return save


def plain(text: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.partition("<main")[2])))


def hidden(text: str, *names: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in names or ("csrf_token", "seen")}


def fields(text: str) -> dict[str, str]:
    areas = re.findall(r'name="(\w+)" rows.*?>\n(.*?)</textarea>', text, re.DOTALL)
    return {name: unescape(value) for name, value in areas}


def named(typed: dict[str, str]) -> dict[str, str]:
    return {name.replace("fits_", "fits-"): value for name, value in typed.items()}


def texts(session: Session, language: str = "es") -> Texts | None:
    """The texts that are prepared."""
    session.rollback()
    content = prepared_edition(session, session.scalars(select(Campaign.id)).one()).content
    return content.translations[language].texts if language in content.translations else None


def english_becomes(session: Session, **what: str) -> None:
    campaign = session.scalars(select(Campaign.id)).one()
    prepares_fields(session, campaign, {("english", name): text for name, text in what.items()})
    session.commit()


def test_the_campaigns_page_leads_to_the_languages(signed_in: Organizer, page: str) -> None:
    assert f'href="{page}"' in signed_in.reads("/organizers/campaigns")


def test_without_any_translation_it_says_what_to_do_next(reads: Callable[..., str]) -> None:
    assert "Choose a language and begin with the script" in reads()
    assert reads().count("Not translated yet") == 5


def test_languages_have_the_names_that_people_use(reads: Callable[..., str]) -> None:
    for name in ("Spanish", "Portuguese", "Haitian Creole", "Chinese (simplified)", "Chinese (traditional)"):
        assert name in reads()
    assert "zh_" not in reads()


def test_the_english_stands_beside_each_field(reads: Callable[..., str]) -> None:
    assert "Ask your representative to pass the Safe Communities Act" in reads("es")
    assert "Script of thanks" not in reads("es")  # there is none in English


def test_a_text_is_saved_and_the_rest_is_said_to_be_missing(
    saves: Sends, session: Session, reads: Callable[..., str]
) -> None:
    answer = saves(script=SCRIPT)
    assert (answer.status_code, answer.location.endswith("done=changed")) == (303, True)
    assert (texts(session).script, texts(session).headline) == (SCRIPT, "")
    assert "6 of 7 texts missing" in reads()


def test_talking_points_are_a_line_each(saves: Sends, session: Session) -> None:
    saves(talking_points="Es justo.\r\n\r\n  Es bueno. ")
    assert texts(session).talking_points == ("Es justo.", "Es bueno.")


def test_chinese_punctuation_stays_as_it_was_written(saves: Sends, session: Session) -> None:
    saves("zh_Hans", headline="您好，请打电话！")
    assert texts(session, "zh_Hans").headline == "您好，请打电话！"


@pytest.mark.parametrize("typed", ["【name】", "［name］", "[ name ]", "【 Name】"])
def test_a_blank_in_the_brackets_of_a_chinese_keyboard_is_ours(saves: Sends, session: Session, typed: str) -> None:
    saves("zh_Hant", script=f"我叫{typed}，住在【City/Town】。請【Representative】支持。")
    assert re.fullmatch(
        r"我叫\[[Nn]ame\]，住在\[City/Town\]。請\[Representative\]支持。", texts(session, "zh_Hant").script
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"script": "Hola."}, "put [name] and [City/Town] and [Representative] in too"),
        ({"script": SCRIPT.replace("[name]", "[nombre]")}, "“[nombre]” is none of our blanks"),
        ({"script": SCRIPT.replace("[City/Town]", "[Town]") + " [bill]"}, "“[bill]” is none of our blanks"),
        ({"headline": "x" * 161}, "this is 1 character too long. 160 fit."),
        ({"pitch": "x" * 9000}, "this is 1000 characters too long. 8000 fit."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    saves: Sends, session: Session, typed: dict[str, str], words: str
) -> None:
    answer = saves(**{"subject": "I typed this for an hour."} | typed)
    assert answer.status_code == 422
    assert words in unescape(answer.text)
    assert fields(answer.text)["subject"] == "I typed this for an hour."
    assert all(fields(answer.text)[name] == text for name, text in typed.items())
    assert texts(session) is None


def test_a_blank_may_be_written_in_any_of_its_ways(saves: Sends, session: Session) -> None:
    saves(script="[TOWN] [Name] [representative]")
    assert texts(session) is not None


def test_a_preview_saves_nothing_and_fills_in_an_example(saves: Sends, session: Session) -> None:
    answer = saves(script=SCRIPT, subject="la Ley", do="preview")
    shown = plain(answer.text)
    assert "Hola, soy Ana de Holyoke . Ana Example , por favor." in shown
    assert "El tema: la Ley." in shown
    assert "Not saved yet" in shown
    assert fields(answer.text)["script"] == SCRIPT
    assert texts(session) is None


def test_two_organizers_at_once_are_told_and_nothing_is_lost(
    saves: Sends, session: Session, signed_in: Organizer, page: str
) -> None:
    before = hidden(signed_in.reads(f"{page}/es"))
    saves(headline="Lo suyo")
    answer = signed_in.sends(f"{page}/es", **before, headline="Lo mío")
    assert answer.status_code == 409
    assert "Somebody else changed these texts" in answer.text
    assert (fields(answer.text)["headline"], "Lo suyo" in answer.text) == ("Lo mío", True)
    assert texts(session).headline == "Lo suyo"
    assert signed_in.sends(f"{page}/es", **hidden(answer.text), headline="Lo mío").status_code == 303
    assert texts(session).headline == "Lo mío"


def test_two_organizers_may_translate_two_texts(
    saves: Sends, session: Session, signed_in: Organizer, page: str
) -> None:
    text = signed_in.reads(f"{page}/es")
    saves(headline="Lo suyo")
    answer = signed_in.sends(f"{page}/es", **fields(text) | hidden(text) | {"subject": "la Ley"})
    assert answer.status_code == 303
    assert (texts(session).headline, texts(session).subject) == ("Lo suyo", "la Ley")


def test_two_organizers_may_translate_into_two_languages(
    saves: Sends, session: Session, signed_in: Organizer, page: str
) -> None:
    before = hidden(signed_in.reads(f"{page}/pt"))
    saves("es", headline="Hola")
    assert signed_in.sends(f"{page}/pt", **before, headline="Olá").status_code == 303


def test_whoever_translated_another_english_is_told(
    saves: Sends, session: Session, signed_in: Organizer, page: str
) -> None:
    before = hidden(signed_in.reads(f"{page}/es"))
    english_becomes(session, headline="Something else")
    assert signed_in.sends(f"{page}/es", **before, headline="Hola").status_code == 409


def test_a_preview_hides_no_conflict(saves: Sends, session: Session, signed_in: Organizer, page: str) -> None:
    before = hidden(signed_in.reads(f"{page}/es"))
    saves(headline="Lo suyo")
    looked = signed_in.sends(f"{page}/es", **before, headline="Lo mío", do="preview")
    assert signed_in.sends(f"{page}/es", **hidden(looked.text), headline="Lo mío").status_code == 409


def test_an_english_text_that_changed_is_marked_until_somebody_looked(
    saves: Sends, session: Session, reads: Callable[..., str]
) -> None:
    saves(headline="Llame", subject="la Ley")
    english_becomes(session, headline="Call twice")
    assert "The English of 1 text has changed since" in reads()
    saves(subject="la nueva Ley")
    assert "The English has changed since" in reads("es")
    saves(fits_headline="yes")
    assert "has changed since" not in reads() + reads("es")


def test_a_text_that_is_translated_anew_is_no_longer_marked(
    saves: Sends, session: Session, reads: Callable[..., str]
) -> None:
    saves(headline="Llame")
    english_becomes(session, headline="Call twice")
    saves(headline="Llame dos veces")
    assert "has changed since" not in reads()


def test_saving_what_is_so_already_writes_nothing(saves: Sends, session: Session) -> None:
    saves(headline="Hola")
    assert saves(headline=" Hola ").location.endswith("done=same")
    assert session.scalars(select(Edition.revision).order_by(Edition.revision.desc())).first() == REVISION + 1


def test_the_way_the_script_is_told_is_chosen(session: Session, signed_in: Organizer, page: str) -> None:
    form = hidden(signed_in.reads(page))
    assert signed_in.sends(f"{page}/told", **form, told="own").location.endswith("done=changed")
    session.rollback()
    assert prepared_words(session, session.scalar(select(Campaign.id))).script_told == "own"
    assert signed_in.sends(f"{page}/told", **form, told="own").location.endswith("done=same")
    assert signed_in.sends(f"{page}/told", **form, told="both").location.endswith("done=faster")
    assert signed_in.sends(f"{page}/told", **form, told="sung").status_code == 400


@pytest.mark.parametrize("language", ["en", "fr", "zh", "zh-Hans", "ES", "x" * 200])
def test_another_language_is_not_found(signed_in: Organizer, page: str, language: str) -> None:
    assert signed_in.opens(f"{page}/{language}").status_code == 404


def test_hostile_text_is_only_text(saves: Sends, signed_in: Organizer, page: str, client: object) -> None:
    hostile = "</textarea><script>alert(1)</script>{{ 7*7 }}\u202e"
    saves(headline=hostile, subject=hostile, pitch=hostile, talking_points=hostile)
    for text in (signed_in.reads(page), signed_in.reads(f"{page}/es")):
        assert "<script>" not in text
        assert "\u202e" not in text
    assert fields(signed_in.reads(f"{page}/es"))["headline"] == "</textarea><script>alert(1)</script>{{ 7*7 }}"


def test_fields_say_their_language_and_direction(signed_in: Organizer, page: str) -> None:
    assert 'lang="zh-Hant" dir="ltr"' in signed_in.reads(f"{page}/zh_Hant")


def test_what_else_there_is_to_do_needs_a_line_for_each_of_the_english(saves: Sends) -> None:
    answer = saves(latest="Pida a tres amistades que llamen")
    assert answer.status_code == 422
    assert "The Latest: write 6 lines, one for each of the English" in unescape(answer.text)
    assert "Pida a tres amistades" in answer.text


def test_what_else_there_is_to_do_and_the_privacy_note_are_met_in_the_readers_language(
    saves: Sends, session: Session, campaign: int, client: FlaskClient
) -> None:
    change_campaign(session, actions=[{"title": "Go on", "url": "https://example.org"}], privacy_note="We forget.")
    saves(latest="Siga", privacy_note="Olvidamos.")
    publish_prepared(session, campaign)
    session.commit()
    spanish, haitian = (client.get(f"/c/safe-communities?language={code}").text for code in ("es", "ht"))
    assert '<ul class="actions" lang="es">' in spanish
    assert '<a href="https://example.org" rel="noopener">Siga</a>' in spanish
    assert '<div lang="es"><p>Olvidamos.</p>' in spanish
    assert '<ul class="actions" lang="en">' in haitian
    assert '<div lang="en"><p>We forget.</p>' in haitian


def test_a_privacy_note_that_changed_is_looked_at_again(
    saves: Sends, session: Session, reads: Callable[[str], str]
) -> None:
    change_campaign(session, privacy_note="We forget.")
    saves(privacy_note="Olvidamos.")
    change_campaign(session, privacy_note="We forget soon.")
    assert "The English has changed since" in reads("es")

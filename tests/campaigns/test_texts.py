"""Which texts readers and callers of a language are given: theirs, or the English."""

import pytest

from app import demo_campaign
from app.campaigns.in_force import campaign_words
from app.campaigns.script_labels import SCRIPT_LABELS
from app.campaigns.script_shown import shown_script
from app.campaigns.texts import FIELDS, Shown, Texts, ToldScript, shown_texts
from app.demo_campaign import paid_leave
from app.organizers.languages.form import TextsForm, before_anybody_types
from app.serving.forms import read_form
from models import TEXT_LANGUAGES, ScriptTold
from tests.world.known import KIM

ENGLISH_TEXTS = Texts(headline="Call now", script="I am [name].", talking_points=("It is fair.",))
SPANISH = Texts(headline="Llame ya", script="Soy [name].", thanks_script="Gracias.")


def shown(told=ScriptTold.BOTH, own=SPANISH):
    return shown_texts(ENGLISH_TEXTS, own, "es", told)


def test_a_translated_text_is_shown_in_its_language():
    assert shown().headline == Shown("Llame ya", "es")


def test_a_text_that_is_not_translated_is_shown_in_english():
    assert shown().talking_points == Shown(("It is fair.",), "en")


def test_a_script_is_told_in_english_with_its_translation_beside_it():
    assert shown().script == ToldScript("I am [name].", "Soy [name].", "es")


def test_where_the_office_understands_it_the_english_is_left_out():
    assert shown(ScriptTold.OWN).script == ToldScript("", "Soy [name].", "es")


@pytest.mark.parametrize("told", ScriptTold)
def test_a_script_that_is_not_translated_is_told_in_english_whatever_the_campaign_says(told):
    assert shown(told, Texts()).script == ToldScript("I am [name].")


def test_what_there_is_no_longer_in_english_is_not_shown():
    assert shown().thanks_script == ToldScript("")


def test_a_language_without_a_translation_is_english(session, campaign):
    words = campaign_words(session, campaign, 1)
    assert words.in_language("vi").headline == Shown(words.headline, "en")
    assert words.in_language("en").script == ToldScript(words.script)


def test_both_ways_to_write_chinese_sound_the_same(session, campaign):
    words = campaign_words(session, campaign, 1)
    assert words.on_the_phone("zh") == words.in_language("zh_Hans")


def test_html_calls_them_otherwise():
    assert Shown("", "zh_Hant").lang == "zh-Hant"


def texts_of(paragraphs):
    return ["".join(piece.text for piece in pieces) for pieces in paragraphs]


def test_the_scripts_of_a_page_are_filled_in_with_titles_of_their_language():
    told = ToldScript("[Representative]", "[Representative]", "zh_Hant")
    script = shown_script(told, whom=KIM)
    assert (texts_of(script.english), texts_of(script.own)) == (["Senator Kim Long"], ["州參議員 Kim Long"])
    assert script.lang == "zh-Hant"


def test_a_blank_that_is_still_open_is_named_in_the_readers_language():
    script = shown_script(ToldScript("I am [name].", "Soy [name] de [City/Town] [x].", "es"), town="Holyoke")
    assert texts_of(script.english) == ["I am [name]."]
    assert texts_of(script.own) == ["Soy [su nombre] de Holyoke [x]."]


def test_a_name_that_looks_like_a_blank_stays_a_name():
    assert texts_of(shown_script(ToldScript("", "Soy [name].", "es"), name="[town]").own) == ["Soy [town]."]


def test_every_language_has_the_words_around_a_script():
    assert set(SCRIPT_LABELS) == {"en", *TEXT_LANGUAGES}


@pytest.mark.parametrize("demo", [demo_campaign, paid_leave], ids=["first", "second"])
@pytest.mark.parametrize("language", TEXT_LANGUAGES)
def test_the_demos_campaigns_are_translated_whole_and_well(language, demo):
    latest = [line for action in demo.ACTIONS for line in (action["title"], action["text"])]
    english, translated = {**demo.ENGLISH, "latest": latest}, demo.TRANSLATED[language]
    texts = Texts(**translated)
    assert {name for name in FIELDS if getattr(texts, name)} == set(english)
    assert len(texts.talking_points) == len(english["talking_points"])
    assert len(texts.pitch.split("\n\n")) == len(english["pitch"].split("\n\n"))
    form = read_form(TextsForm, before_anybody_types(texts), english=Texts(**english))
    assert form.errors == {}
    by_line = {name: tuple(translated[name]) for name in ("talking_points", "latest")}
    assert form.meant.texts() == Texts(**{**translated, **by_line})


def test_the_latest_is_english_until_all_of_it_is_translated():
    english = Texts(latest=("Go on", "Today."))
    shown = [
        shown_texts(english, Texts(latest=own), "es", ScriptTold.BOTH).latest for own in (("Siga",), ("Siga", "Hoy."))
    ]
    assert [(one.text, one.language) for one in shown] == [(("Go on", "Today."), "en"), (("Siga", "Hoy."), "es")]

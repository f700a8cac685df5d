"""A campaign's texts on the phone: the script in English, then what it means; or in the caller's language alone."""

from itertools import count

import pytest

from app.campaigns.in_force import campaign_words
from models import Campaign, ScriptTold
from tests.world.calls import a_call
from tests.world.campaign.campaigns import change_campaign, publish_prepared
from tests.world.campaign.texts import campaign_language, translates
from tests.world.carrier.signed_sender import SignedSender
from tests.world.carrier.twiml import elements, words

NUMBERS = count(110)
SCRIPT = ("after/greeting/0/1", "1")
POINTS = ("after/script/0/2", "5")
ENGLISH, SPANISH = "Hello, my name is … your name", "Hola, me llamo … su nombre y vivo en Holyoke."


@pytest.fixture
def asks(app, session, campaign):
    """What the carrier is answered by a call in a language."""

    def asks(what="answered", key="", language="es"):
        phone = f"+16175550{next(NUMBERS)}"
        made = a_call(session, app.extensions["ringdown"], campaign, language=language, phone=phone)
        return SignedSender(app, made.id).asks(what, **({"Digits": key} if key else {})).text

    return asks


def told_in(twiml):
    """What is told in which language, in its order."""
    return [(one.get("language"), one.text) for one in elements(twiml) if one.tag == "Say"]


IN_ENGLISH = ("after/script/0/2", "2")


def test_the_script_is_told_in_spanish_and_then_as_the_office_hears_it(asks):
    told = words(asks(*SCRIPT))
    assert told.index(SPANISH) < told.index("en inglés")
    assert ENGLISH not in told
    assert ENGLISH in words(asks(*IN_ENGLISH))


def test_each_is_told_by_a_voice_of_its_language(asks):
    told = [*told_in(asks(*SCRIPT)), *told_in(asks(*IN_ENGLISH))]
    spoken = {text.split(",")[0]: language for language, text in told}
    assert (spoken["Hello"], spoken["Hola"]) == ("en-US", "es-US")


@pytest.fixture
def own_alone(session, campaign):
    change_campaign(session, script_told=ScriptTold.OWN)


def test_where_the_office_understands_it_the_script_is_told_in_spanish_alone(own_alone, asks):
    told = asks(*SCRIPT)
    assert {language for language, _ in told_in(told)} == {"es-US"}
    assert SPANISH in words(told)
    assert "inglés" not in words(told)
    assert "eso quiere decir" not in words(told)


def test_an_english_call_is_told_nothing_else_either_way(own_alone, asks):
    told = asks(*SCRIPT, language="en")
    assert {language for language, _ in told_in(told)} == {"en-US"}
    assert ENGLISH in words(told)


@pytest.mark.parametrize("told", ScriptTold)
def test_a_campaign_without_a_translation_tells_the_english(session, asks, told):
    change_campaign(session, script_told=told, translations={})
    script = words(asks(*SCRIPT))
    assert ENGLISH in script
    assert "Esto es lo que puede decir, en inglés." in script
    assert "eso quiere decir" not in script


def test_after_the_first_key_the_subject_is_named_in_the_callers_language(asks):
    assert "El tema: la Ley de Comunidades Seguras." in words(asks(*SCRIPT))
    assert "about the Safe Communities Act." in words(asks(*SCRIPT, language="en"))


def test_mandarin_is_read_from_the_simplified_characters(asks):
    assert "主题是《安全社区法案》" in words(asks(*SCRIPT, language="zh"))
    assert "您好，我叫 … 您的名字，住在 Holyoke。" in words(asks(*SCRIPT, language="zh"))


def test_the_talking_points_are_told_in_the_callers_language(asks):
    told = told_in(asks(*POINTS))
    assert {language for language, _ in told} == {"es-US"}
    assert told[0][1].startswith("Dice que no a que Massachusetts participe")
    assert told[-1][1] == "Para oír más razones, oprima 5."


def test_of_emphasis_and_links_the_words_alone_are_told(session, asks):
    change_campaign(session, talking_points=["It is **ours**: see [our page](https://example.org)."])
    told = told_in(asks(*POINTS, language="en"))
    assert told[0][1] == "It is ours: see our page."


def test_points_that_are_not_translated_are_told_in_english(session, campaign, asks):
    translates(session, campaign_language(session, campaign), subject="la Ley")
    publish_prepared(session, campaign)
    session.commit()
    told = told_in(asks(*POINTS))
    assert told[0][0] == "en-US"
    assert told[-1][1] == "Para oír más razones, en inglés, oprima 5."


def test_a_call_under_way_keeps_the_texts_it_began_with(app, session, campaign):
    carrier = SignedSender(app, a_call(session, app.extensions["ringdown"], campaign, language="es").id)
    carrier.asks()
    translates(session, campaign_language(session, campaign), script="Otro texto.")
    publish_prepared(session, campaign)
    session.commit()
    assert SPANISH in words(carrier.asks(SCRIPT[0], Digits="1").text)


def test_translations_cost_a_turn_no_statement(app, session, campaign, count_statements):
    carrier = SignedSender(app, a_call(session, app.extensions["ringdown"], campaign, language="es").id)
    campaign_words(session, campaign, session.get_one(Campaign, campaign, populate_existing=True).version)
    session.rollback()
    count_statements.reset()
    assert "Hola" in carrier.asks("after/greeting/0/1", Digits="7").text
    assert (len(count_statements.statements) <= 2, count_statements.commits) == (True, 0)

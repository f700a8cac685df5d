"""Organizers prepare a campaign's texts in another language, and notice when the English has changed."""

import pytest
from sqlalchemy import select

from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import FieldsChangedError
from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Texts
from app.campaigns.translating import TOLD, tell_script
from models import Campaign, ScriptTold
from tests.world.campaign.campaigns import WHO, change_campaign, prepares_fields, publish_prepared
from tests.world.campaign.texts import campaign_language, translates
from tests.world.people.crowd import at_once


@pytest.fixture(autouse=True)
def untranslated(session, campaign):
    change_campaign(session, translations={})


@pytest.fixture
def place(session, campaign):
    """The Spanish texts, as they are now."""
    return lambda: campaign_language(session, campaign)


def english_becomes(session, **what):
    prepares_fields(session, session.scalar(select(Campaign.id)), {("english", name): to for name, to in what.items()})
    session.commit()


def test_a_translation_is_prepared_and_in_force_once_it_is_published(session, campaign, place):
    before = place().campaign.version
    assert translates(session, place(), headline="Llame")
    assert (place().campaign.version, place().now.texts) == (before, Texts(headline="Llame"))
    assert campaign_words(session, campaign, before).in_language("es").headline.language == "en"
    publish_prepared(session, campaign)
    assert campaign_words(session, campaign, before + 1).in_language("es").headline.text == "Llame"
    assert campaign_words(session, campaign, before).in_language("es").headline.language == "en"


def test_what_is_missing_is_what_there_is_in_english_alone(session, place):
    translates(session, place(), headline="Llame", thanks_script="Gracias.")
    assert place().missing() == ("subject", "pitch", "script", "voicemail_script", "talking_points", "latest")


def test_without_any_text_nothing_is_left_of_a_language(session, place):
    translates(session, place(), headline="Llame")
    assert translates(session, place())
    assert place().campaign.content.translations == {}


def test_a_changed_english_is_noticed_by_text(session, place):
    translates(session, place(), headline="Llame", talking_points=("Uno",))
    english_becomes(session, talking_points=["One", "Two"])
    assert place().outdated() == ("talking_points",)
    english_becomes(session, talking_points=place().campaign.talking_points[:0])
    assert place().outdated() == ()


def test_a_text_that_is_left_as_it_was_stays_outdated_until_it_is_said_to_fit(session, place):
    translates(session, place(), headline="Llame")
    english_becomes(session, headline="Call")
    translates(session, place(), headline="Llame", subject="la Ley")
    assert place().outdated() == ("headline",)
    assert translates(session, place(), "headline", headline="Llame", subject="la Ley")
    assert place().outdated() == ()


def test_the_english_of_before_makes_it_fit_again(session, place):
    translates(session, place(), headline="Llame")
    was = place().campaign.headline
    english_becomes(session, headline="Call")
    english_becomes(session, headline=was)
    assert place().outdated() == ()


def test_what_somebody_else_changed_is_not_written_over(session, place):
    before = place()
    translates(session, place(), headline="Lo suyo")
    with pytest.raises(FieldsChangedError) as told:
        translates(session, before, headline="Mío")
    assert told.value.stands == {("translations", "es", "texts", "headline"): "Lo suyo"}
    assert place().now.texts.headline == "Lo suyo"


def test_two_people_may_work_on_two_texts_of_one_language(session, place):
    before = place()
    translates(session, place(), headline="Lo suyo")
    assert translates(session, before, subject="la Ley")
    assert place().now.texts == Texts(headline="Lo suyo", subject="la Ley")


def test_whoever_translated_another_english_is_told(session, place):
    before = place()
    english_becomes(session, headline="Call")
    with pytest.raises(FieldsChangedError) as told:
        translates(session, before, headline="Llame")
    assert told.value.stands == {("english", "headline"): "Call"}


def test_nobody_says_that_a_text_still_fits_an_english_that_they_did_not_see(session, place):
    translates(session, place(), headline="Llame")
    english_becomes(session, headline="Call")
    before = place()
    english_becomes(session, headline="Call twice")
    with pytest.raises(FieldsChangedError):
        translates(session, before, "headline", headline="Llame")
    assert place().outdated() == ("headline",)


def test_of_many_who_save_at_once_one_does_and_the_others_are_told(session, place):
    here, engine = place(), session.get_bind()
    session.rollback()

    def save(own_session, number):
        return translates(own_session, here, headline=f"Llame {number}")

    came = at_once(engine, 8, save)
    assert came.count(True) == 1
    assert sum(isinstance(one, FieldsChangedError) for one in came) == 7
    assert place().now.texts.headline.startswith("Llame ")


def test_how_the_script_is_told_is_prepared_too(session, place):
    words = place().campaign
    seen = stamps(words.content, [TOLD])
    assert tell_script(session, words, ScriptTold.OWN, seen=seen, **WHO)
    assert not tell_script(session, place().campaign, ScriptTold.OWN, seen=seen, **WHO)
    assert place().campaign.script_told is ScriptTold.OWN

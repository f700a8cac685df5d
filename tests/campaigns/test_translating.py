"""Organizers translate a campaign's texts: each its next version, noticed when the English has changed, undone."""

import pytest
from sqlalchemy import delete, select, update

from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Texts
from app.campaigns.translating import last_translated, tell_script, translate, undo_translation
from app.campaigns.versions import CampaignChangedError
from models import Campaign, CampaignText, ScriptTold
from tests.world.campaign.prompts import NOON
from tests.world.campaign.texts import campaign_language, translates
from tests.world.people.crowd import at_once


@pytest.fixture(autouse=True)
def untranslated(session, campaign):
    session.execute(delete(CampaignText))
    session.commit()


@pytest.fixture
def place(session, campaign):
    """The Spanish texts, as they are now."""
    return lambda: campaign_language(session, campaign)


def english_becomes(session, **what):
    session.execute(update(Campaign).values(version=Campaign.version + 1, **what))
    session.commit()


def test_a_translation_is_the_campaigns_next_version(session, place):
    before = place().campaign.version
    assert translates(session, place(), headline="Llame")
    assert (place().campaign.version, place().now.texts) == (before + 1, Texts(headline="Llame"))


def test_an_earlier_version_keeps_what_it_had(session, campaign, place):
    before = place().campaign
    translates(session, place(), headline="Llame")
    assert campaign_words(session, campaign, before.version).in_language("es").headline.language == "en"


def test_what_is_missing_is_what_there_is_in_english_alone(session, place):
    translates(session, place(), headline="Llame", thanks_script="Gracias.")
    assert place().missing() == ("subject", "pitch", "script", "voicemail_script", "talking_points")


def test_without_any_text_no_row_is_left(session, place):
    translates(session, place(), headline="Llame")
    assert translates(session, place())
    assert session.scalars(select(CampaignText)).all() == []


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


def test_an_undo_brings_back_also_what_it_was_made_from(session, place):
    translates(session, place(), headline="Llame")
    english_becomes(session, headline="Call")
    translates(session, place(), headline="Llame ya")
    assert undo_translation(session, place(), last_translated(session, place()).id)
    assert (place().now.texts.headline, place().outdated()) == ("Llame", ("headline",))


def test_an_undo_of_another_change_does_nothing(session, place):
    translates(session, place(), headline="Llame")
    assert not undo_translation(session, place(), last_translated(session, place()).id + 1)


def test_what_somebody_else_changed_is_not_written_over(session, place):
    before = place()
    translates(session, place(), headline="Lo suyo")
    with pytest.raises(CampaignChangedError):
        translate(session, place(), Texts(headline="Mío"), still_fit=(), seen=before.stamp, by="ben", now=NOON)
    assert place().now.texts.headline == "Lo suyo"


def test_of_many_who_save_at_once_one_does_and_the_others_are_told(session, place):
    here, engine = place(), session.get_bind()
    session.rollback()

    def save(own_session, number):
        return translates(own_session, here, headline=f"Llame {number}")

    came = at_once(engine, 8, save)
    assert came.count(True) == 1
    assert sum(isinstance(one, CampaignChangedError) for one in came) == 7
    assert place().campaign.version == here.campaign.version + 1


def test_how_the_script_is_told_is_a_version_too(session, place):
    words = place().campaign
    assert tell_script(session, words, ScriptTold.OWN, by="ana", now=NOON)
    assert not tell_script(session, place().campaign, ScriptTold.OWN, by="ana", now=NOON)
    assert (place().campaign.script_told, place().campaign.version) == (ScriptTold.OWN, words.version + 1)

"""What a campaign says in place of the built-in words: the newest version, and every one before is kept."""

import pytest
from sqlalchemy import delete, select

from app.campaigns.in_force import campaign_words
from app.campaigns.prompts import SaidInstead, say_instead, versions_of
from app.campaigns.prompts_in_force import OwnWords, prompts_in_force
from app.campaigns.recordings import find_recording
from app.campaigns.versions import CampaignChangedError
from models import Campaign, PromptVersion, Recording
from tests.world.campaign.prompts import NOON, a_recording, campaign_prompt, says_instead
from tests.world.people.crowd import at_once


@pytest.fixture
def say(session, campaign):
    """Let the campaign say something in place of one of its prompts."""

    def say(text, recording=None, key="goodbye", language="en"):
        return says_instead(session, campaign_prompt(session, campaign, key, language), text, recording)

    return say


def test_nothing_is_said_in_place_of_the_built_in_words_at_first(session, campaign):
    assert prompts_in_force(session, campaign) == {}


def test_the_newest_version_is_in_force(session, campaign, say):
    say("Bye.")
    say("See you.")
    say("Nos vemos.", language="es")
    assert prompts_in_force(session, campaign) == {
        "en": {"goodbye": OwnWords("See you.")},
        "es": {"goodbye": OwnWords("Nos vemos.")},
    }


def test_every_version_is_kept_with_who_saved_it_and_when(session, campaign, say):
    say("Bye.")
    say("See you.")
    told = [(it.text, it.saved_by, it.saved_at) for it in versions_of(session, campaign_prompt(session, campaign))]
    assert told == [("See you.", "ana@example.org", NOON), ("Bye.", "ana@example.org", NOON)]


def test_going_back_is_a_version_too(session, campaign, say):
    say("Bye.")
    say("See you.")
    oldest = versions_of(session, campaign_prompt(session, campaign))[-1]
    say(oldest.said.text)
    assert [it.text for it in versions_of(session, campaign_prompt(session, campaign))] == ["Bye.", "See you.", "Bye."]


def test_the_built_in_words_come_back(session, campaign, say):
    say("Bye.")
    assert say(None)
    assert prompts_in_force(session, campaign) == {}


def test_what_is_said_already_makes_no_version(session, campaign, say):
    assert [say(None), say("Bye."), say("Bye.")] == [False, True, False]
    assert len(versions_of(session, campaign_prompt(session, campaign))) == 1


def test_a_prompt_makes_the_campaigns_next_version_and_readers_get_it(session, campaign, say):
    before = campaign_prompt(session, campaign).campaign
    say("Bye.")
    after = campaign_prompt(session, campaign).campaign
    assert (after.version, after.prompts) == (before.version + 1, {"en": {"goodbye": OwnWords("Bye.")}})
    assert campaign_words(session, campaign, before.version).prompts == {}


def test_a_recording_is_in_force_with_its_seconds(session, campaign, say):
    recording = a_recording(session, 1.0)
    say("Bye.", recording.id)
    assert prompts_in_force(session, campaign)["en"]["goodbye"] == OwnWords("Bye.", recording.name, 1.0)


def test_a_recording_that_is_gone_leaves_its_words(session, campaign, say):
    say("Bye.", a_recording(session).id)
    session.execute(delete(Recording))
    session.commit()
    assert prompts_in_force(session, campaign)["en"]["goodbye"] == OwnWords("Bye.")


def test_names_of_recordings_are_never_alike_and_have_the_chance_of_a_key(session, app):
    names = {a_recording(session).name for _ in range(3)}
    assert (len(names), {len(name) for name in names}) == (3, {32})


def test_a_recording_is_found_by_its_name_alone(session, app):
    recording = a_recording(session)
    assert find_recording(session, recording.name).wav == recording.wav
    assert find_recording(session, recording.name.swapcase()) is None


def test_somebody_elses_version_is_not_written_over(session, campaign, say):
    say("Bye.")
    with pytest.raises(CampaignChangedError):
        say_instead(session, campaign_prompt(session, campaign), SaidInstead("Mine."), seen=0, by="ben", now=NOON)
    assert prompts_in_force(session, campaign)["en"]["goodbye"] == OwnWords("Bye.")


def test_another_prompt_of_the_same_campaign_is_no_conflict(session, campaign, say):
    say("Bye.")
    say("Press 1.", key="press_one")
    assert set(prompts_in_force(session, campaign)["en"]) == {"goodbye", "press_one"}


def test_of_many_who_save_at_once_one_does_and_the_others_are_told(session, campaign):
    place, engine = campaign_prompt(session, campaign), session.get_bind()
    session.rollback()

    def save(own_session, number):
        return say_instead(own_session, place, SaidInstead(f"Bye {number}."), seen=0, by="ana", now=NOON)

    came = at_once(engine, 8, save)
    assert came.count(True) == 1
    assert sum(isinstance(one, CampaignChangedError) for one in came) == 7
    assert len(session.scalars(select(PromptVersion)).all()) == 1
    assert session.scalar(select(Campaign.version)) == place.campaign.version + 1

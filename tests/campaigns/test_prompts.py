"""What a campaign says in place of the built-in words: what the newest edition says, and those before are kept."""

import pytest
from sqlalchemy import delete, select

from app.campaigns.editions.content import SaidInstead
from app.campaigns.editions.prepare import FieldsChangedError
from app.campaigns.in_force import campaign_words
from app.campaigns.prompts import BUILT_IN, RecordedSound, said_before
from app.campaigns.prompts_in_force import OwnWords
from app.campaigns.recordings import find_recording
from models import Campaign, Recording
from tests.world.campaign.prompts import NOON, a_recording, campaign_prompt, prepares, says_instead
from tests.world.people.crowd import at_once


@pytest.fixture
def say(session, campaign):
    """Let the campaign say something in place of one of its prompts."""

    def say(text, recording=None, key="goodbye", language="en"):
        return says_instead(session, campaign_prompt(session, campaign, key, language), text, recording)

    return say


@pytest.fixture
def in_force(session, campaign):
    """What the campaign says now in place of the built-in words."""

    def in_force(version=None):
        return campaign_words(session, campaign, version or session.scalar(select(Campaign.version))).prompts

    return in_force


@pytest.fixture
def before(session, campaign):
    """What editions said of a prompt, the newest first."""
    return lambda **which: said_before(session, campaign_prompt(session, campaign, **which))


def test_nothing_is_said_in_place_of_the_built_in_words_at_first(in_force):
    assert in_force() == {}


def test_the_newest_edition_is_in_force(say, in_force):
    say("Bye.")
    say("See you.")
    say("Nos vemos.", language="es")
    assert in_force() == {"en": {"goodbye": OwnWords("See you.")}, "es": {"goodbye": OwnWords("Nos vemos.")}}


def test_what_is_prepared_is_not_in_force(session, campaign, in_force):
    assert prepares(session, campaign_prompt(session, campaign), "Bye.")
    assert (in_force(), campaign_prompt(session, campaign).now.text) == ({}, "Bye.")


def test_what_was_said_is_kept_with_who_published_it_and_when(say, before):
    say("Bye.")
    say("See you.")
    say("Press 1.", key="press_one")
    told = [(it.said.text, it.published_by, it.published_at) for it in before()]
    assert told == [("See you.", "ana@example.org", NOON), ("Bye.", "ana@example.org", NOON)]


def test_what_was_said_once_can_be_said_again(say, before):
    say("Bye.")
    say("See you.")
    say(before()[-1].said.text)
    assert [it.said.text for it in before()] == ["Bye.", "See you.", "Bye."]


def test_the_built_in_words_come_back(say, in_force, before):
    say("Bye.")
    assert say(None)
    assert in_force() == {}
    assert [it.said for it in before()] == [BUILT_IN, SaidInstead("Bye.")]


def test_what_is_said_already_changes_nothing(session, campaign, say, before):
    assert [say(None), say("Bye."), say("Bye.")] == [False, True, False]
    assert len(before()) == 1


def test_a_prompt_makes_the_campaigns_next_version_and_readers_get_it(session, campaign, say, in_force):
    version = session.scalar(select(Campaign.version))
    say("Bye.")
    assert session.scalar(select(Campaign.version)) == version + 1
    assert (in_force(), in_force(version)) == ({"en": {"goodbye": OwnWords("Bye.")}}, {})


def test_a_recording_is_in_force_with_its_seconds(session, say, in_force, before):
    recording = a_recording(session, 1.0)
    say("Bye.", recording.id)
    assert in_force()["en"]["goodbye"] == OwnWords("Bye.", recording.name, 1.0)
    assert before()[0].sound == RecordedSound(recording.name, 1.0, "hello.m4a")


def test_a_recording_that_is_gone_leaves_its_words(session, say, in_force, before):
    say("Bye.", a_recording(session).id)
    session.execute(delete(Recording))
    session.commit()
    assert in_force()["en"]["goodbye"] == OwnWords("Bye.")
    assert (before()[0].said.text, before()[0].sound) == ("Bye.", None)


def test_names_of_recordings_are_never_alike_and_have_the_chance_of_a_key(session, app):
    names = {a_recording(session).name for _ in range(3)}
    assert (len(names), {len(name) for name in names}) == (3, {32})


def test_a_recording_is_found_by_its_name_alone(session, app):
    recording = a_recording(session)
    assert find_recording(session, recording.name).wav == recording.wav
    assert find_recording(session, recording.name.swapcase()) is None


def test_somebody_elses_words_are_not_written_over(session, campaign):
    place = campaign_prompt(session, campaign)
    prepares(session, campaign_prompt(session, campaign), "Bye.")
    with pytest.raises(FieldsChangedError) as told:
        prepares(session, place, "Mine.")
    assert told.value.stands == {place.path: {"text": "Bye.", "recording_id": None}}
    assert campaign_prompt(session, campaign).now.text == "Bye."


def test_another_prompt_of_the_same_campaign_is_no_conflict(session, campaign):
    place = campaign_prompt(session, campaign, "press_one")
    prepares(session, campaign_prompt(session, campaign), "Bye.")
    prepares(session, place, "Press 1.")
    assert set(campaign_prompt(session, campaign).campaign.prompts["en"]) == {"goodbye", "press_one"}


def test_of_many_who_save_at_once_one_does_and_the_others_are_told(session, campaign):
    place, engine = campaign_prompt(session, campaign), session.get_bind()
    session.rollback()
    came = at_once(engine, 8, lambda own_session, number: prepares(own_session, place, f"Bye {number}."))
    assert came.count(True) == 1
    assert sum(isinstance(one, FieldsChangedError) for one in came) == 7
    assert campaign_prompt(session, campaign).now.text.startswith("Bye ")

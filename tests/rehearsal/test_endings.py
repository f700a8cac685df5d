"""A rehearsal played to its ending says what a supporter would hear, and what the log would say of it."""

from dataclasses import replace

import pytest

from app.campaigns.prompts_in_force import OwnWords
from app.rehearsal.endings import Ending
from app.rehearsal.told import Who
from models import CallSource, WhomToCall

#                    status, line outcome and reported outcome in the log
ENDS_AS = {
    Ending.ANSWERED: ("completed", "answered", "contact"),
    Ending.STREET_ADDRESS: ("completed", "answered", "contact"),
    Ending.VOICEMAIL: ("completed", "answered", "voicemail"),
    Ending.MAILBOX_FULL: ("completed", "answered", "mailbox-full"),
    Ending.BUSY: ("completed", "busy", None),
    Ending.NO_ANSWER: ("completed", "no-answer", None),
    Ending.FAILED: ("completed", "failed", None),
    Ending.CLOSED: ("completed", "answered", "voicemail"),
    Ending.SUPPORTER_NO_ANSWER: ("no-answer", None, None),
    Ending.SUPPORTER_VOICEMAIL: ("completed", None, None),
    Ending.SCREENED: ("completed", None, None),
    Ending.DECLINED: ("busy", None, None),
    Ending.HANGUP: ("completed", None, None),
}
OF_THE_OFFICE = [ending for ending in Ending if ENDS_AS[ending][1]]


def said(story, who=Who.PROGRAM):
    """All that somebody says, as one text."""
    return " ".join(caption.text for caption in story.captions if caption.who is who)


def logged(story):
    return story.log.status, story.log.line_outcome, story.log.reported_outcome


@pytest.mark.parametrize("ending", Ending)
def test_the_log_would_say_how_it_ended(rehearses, ending):
    story = rehearses(ending=ending)
    assert story.is_over
    assert logged(story) == ENDS_AS[ending]


@pytest.mark.parametrize("ending", OF_THE_OFFICE)
def test_the_same_is_so_on_the_hotline(rehearses, ending):
    assert logged(rehearses(ending=ending, source=CallSource.HOTLINE)) == ENDS_AS[ending]


def test_a_busy_office_is_said_to_be_busy_and_another_call_is_agreed_on(rehearses):
    told = said(rehearses(ending="busy"))
    assert "busy" in told
    assert "We'll call you back in " in told


def test_an_aide_may_ask_for_a_street_address(rehearses):
    assert "street address" in said(rehearses(ending="street-address"), Who.OFFICE)


def test_a_full_mailbox_is_left_in_peace(rehearses):
    story = rehearses(ending="mailbox-full")
    assert "mailbox is full" in said(story, Who.OFFICE)
    assert "give that line a break" in said(story)


def test_a_closed_office_is_said_to_be_closed_and_never_that_it_is_connected(rehearses):
    told = said(rehearses(ending="closed"))
    assert "closed" in told
    assert "Connecting you now" not in told


def test_the_script_is_filled_in_as_that_supporter_would_hear_it(rehearses):
    told = said(rehearses(ending="answered"))
    assert "I live in Holyoke" in told
    assert "Representative Pat Duffy" in told


def test_a_rehearsal_goes_by_the_words_it_is_given(rehearses, words):
    prepared = replace(words, script="Say [Representative] is great.")
    assert "Say Representative Pat Duffy is great." in said(rehearses(ending="answered", words=prepared))


def test_a_recording_is_told_by_its_words_and_as_one(rehearses, words):
    own = replace(words, prompts={"en": {"goodbye": OwnWords("Bye, neighbor.", recording="bye", seconds=1.5)}})
    recorded = [caption.text for caption in rehearses(ending="answered", words=own).captions if caption.is_recorded]
    assert recorded == ["Bye, neighbor."]


def test_a_campaign_that_calls_both_goes_on_to_the_senator(rehearses, words):
    both = replace(words, whom_to_call=WhomToCall.BOTH)
    story = rehearses(ending="voicemail", words=both)
    assert [office.reported_outcome for office in story.log.worth_telling] == ["voicemail", "voicemail"]

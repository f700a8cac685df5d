"""Somebody holds both handsets: what is offered at each step, and where each choice leads."""

import pytest

from app.rehearsal.phases.labels import KEYS
from app.rehearsal.play import MOST_CHOICES
from app.rehearsal.told import Phones, Who
from models import CallSource
from tests.rehearsal.test_endings import said
from tests.world.graph import SITUATIONS, STEPS
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.flow import PLACE
from voice_flows.parts.hotline import TO_LANGUAGE, TO_THE_END

TO_THE_OFFICE = ("phone answered", "key 1", "key 1")


def offered(story, who=None):
    """What may be done now: choices, as a page sends them."""
    return [str(offer.choice) for offer in story.offers if who in {None, offer.who}]


def test_first_of_all_the_supporters_phone_rings(rehearses):
    story = rehearses()
    phones = ["answered", "machine", "screened", "no-answer", "declined"]
    assert offered(story) == [f"phone {what}" for what in phones]
    assert story.phones == Phones(supporter="ringing", office="quiet")


def test_the_keys_of_a_question_are_offered_with_what_they_do(rehearses):
    labels = {offer.key: offer.label for offer in rehearses("phone answered").offers if offer.key}
    assert labels == {
        "1": "Hear the script",
        "9": "Never be called again",
        "8": "Be given more time",
        "0": "Hear it again",
    }


def test_greeting_and_script_hear_no_words_but_the_question_after_it_does(rehearses):
    assert "say" not in offered(rehearses("phone answered"))
    assert "say" not in offered(rehearses("phone answered", "key 1"))
    assert rehearses("phone answered", "key 1", "wait", "say yes").phones == Phones("talking", "ringing")


def test_silence_is_answered_as_on_the_phone(rehearses):
    assert "You didn't press a key" in said(rehearses("phone answered", "wait", "wait", "wait"))


def test_the_office_may_do_what_an_office_does(rehearses):
    assert offered(rehearses(*TO_THE_OFFICE), Who.OFFICE) == [
        *(f"line {what}" for what in ("answered", "voicemail", "mailbox-full", "busy", "no-answer", "failed")),
        *(f"line {what}" for what in ("closed", "waits_turn", "resting", "held_back")),
    ]


def test_a_line_that_others_are_on_is_waited_for(rehearses):
    story = rehearses(*TO_THE_OFFICE, "line waits_turn")
    assert "key *" in offered(story)
    assert rehearses(*story.choices, "wait").phones == Phones("talking", "ringing")


def test_a_closed_office_rings_them_when_it_opens(rehearses):
    told = said(rehearses(*TO_THE_OFFICE, "line closed", "key 2"))
    assert "We'll call you back on" in told


def test_while_both_talk_each_may_say_more_or_hang_up(rehearses):
    story = rehearses(*TO_THE_OFFICE, "line answered", "talk street-address")
    assert offered(story) == ["talk heard-from-many", "key *", "hang-up", "office-hangs-up"]


@pytest.mark.parametrize("leaves", ["key *", "office-hangs-up"])
def test_whoever_leaves_the_supporter_is_asked_how_it_went(rehearses, leaves):
    assert "How did it go" in said(rehearses(*TO_THE_OFFICE, "line answered", leaves))


def test_who_hangs_up_is_asked_nothing_and_the_log_knows_that_they_talked(rehearses):
    story = rehearses(*TO_THE_OFFICE, "line answered", "hang-up")
    assert (story.log.status, story.log.line_outcome, story.is_over) == ("completed", "answered", True)


def test_the_second_nine_ends_the_call(rehearses):
    story = rehearses("phone answered", "key 9", "key 9")
    assert (story.log.end_reason, story.is_over) == ("refused", True)


def test_a_choice_that_is_not_offered_ends_the_list(rehearses):
    story = rehearses("phone answered", "key 5", "key 1")
    assert story.choices == ["phone answered"]


def test_a_rehearsal_is_not_played_for_ever(rehearses):
    story = rehearses("phone answered", "key 1", *["key 2"] * MOST_CHOICES)
    assert (len(story.choices), story.is_over) == (MOST_CHOICES, True)


def test_a_divided_town_asks_whose_it_is(rehearses):
    story = rehearses(place="Acton")
    assert len(story.offers) == 2
    assert rehearses(str(story.offers[0].choice), place="Acton").phones.supporter == "ringing"


def test_a_misspelled_town_asks_which_one_is_meant(rehearses):
    assert "means Worcester" in offered(rehearses(place="Worchester"))


def test_an_empty_seat_offers_the_senator(rehearses):
    assert rehearses("senator", place="Leverett").phones.supporter == "ringing"


def test_a_place_elsewhere_is_told_and_nobody_is_rung(rehearses):
    story = rehearses(place="Nashua")
    assert (story.is_over, story.log) == (True, None)
    assert "New Hampshire" in said(story)


def test_every_key_that_leads_somewhere_says_what_it_does():
    questions = [FLOW.question(step, known(**situation)) for step in STEPS for situation in SITUATIONS]
    leads_to = {step for ask in questions if ask for key, step in ask.keys.items() if key != PLACE}
    assert leads_to - {TO_LANGUAGE, TO_THE_END} == set(KEYS)


def test_the_hotline_asks_for_the_language_first(rehearses):
    labels = [offer.label for offer in rehearses(source=CallSource.HOTLINE).offers if offer.key]
    assert labels[:5] == ["English", "Spanish", "Portuguese", "Haitian Creole", "Mandarin"]


@pytest.mark.parametrize("place", ["01040", "1040", "Holyoke"])
def test_the_hotline_takes_a_zip_code_and_a_town(rehearses, place):
    story = rehearses("key 1", f"say {place}", source=CallSource.HOTLINE)
    assert "Pat Duffy" in said(story)
    assert "key 1" in offered(story)


def test_the_last_try_is_by_keys(rehearses):
    story = rehearses("key 1", "say asdf", "say Nashua", source=CallSource.HOTLINE)
    assert "Enter your five-digit ZIP code" in said(story)
    assert "A ZIP code" in [offer.label for offer in story.offers]


def test_the_hotline_speaks_the_language_that_was_chosen(rehearses):
    story = rehearses("key 2", source=CallSource.HOTLINE)
    assert {caption.language for caption in story.captions[-2:]} == {"es"}


def test_the_code_of_a_real_supporters_page_is_not_taken(rehearses):
    story = rehearses("key 1", "say 4821", source=CallSource.HOTLINE)
    assert "no page waits" in said(story)
    assert "say" in offered(story)

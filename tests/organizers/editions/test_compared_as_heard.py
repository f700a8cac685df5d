"""Organizers read a whole call as it is in force and as it is prepared, with every line that is heard otherwise."""

import re

import pytest
from sqlalchemy import delete, update

from app.organizers.editions.heard import heard
from app.rehearsal.told import Caption, Who
from models import Edition
from tests.organizers.conftest import CSRF
from tests.world.campaign.campaigns import prepares_fields
from tests.world.database.kept import everything_kept

CALL = {"source": "web", "place": "Holyoke", "language": "en", "ending": "answered"}
GOODBYE = ("prompts", "en", "goodbye")


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/publish/call"


@pytest.fixture
def compares(signed_in, page):
    """Chooses a call; gives the answer."""
    token = CSRF.search(signed_in.reads(page))[1]
    return lambda **typed: signed_in.sends(page, csrf_token=token, **CALL | typed)


@pytest.fixture
def prepare(session, campaign):
    def prepare(fields):
        prepares_fields(session, campaign, fields)
        session.commit()

    return prepare


def heading(text):
    return re.search(r'<h2 id="dialogue"[^>]*>([^<]*)</h2>', text)[1]


def says(text):
    return {"text": text, "recording_id": None}


def test_a_prompt_that_changes_is_told_word_by_word_in_its_place(signed_in, page, prepare):
    prepare({("prompts", "en", "who_is_calling"): says("Hello. {group} calls you. You asked for this call.")})
    text = signed_in.reads(page)
    assert heading(text).startswith("2 of ")  # the greeting is said twice
    assert text.count("<del> This is an automated call from</del>") == 2
    assert text.count('<span class="pill now">Changed</span>') == 2


def test_what_is_alike_is_told_to_be(compares):
    assert heading(compares().text) == "Heard alike, word for word"
    assert "does not touch this call" not in compares().text


def test_what_waits_elsewhere_is_told_where_this_call_is_alike(compares, prepare):
    prepare({("prompts", "es", "goodbye"): says("Adiós.")})
    assert "does not touch this call. Try another language" in compares().text
    assert "is heard otherwise" in compares(language="es").text


def test_another_ending_is_another_call(compares):
    assert "The office's line is busy." not in compares().text.replace("&#39;", "'")
    assert "The office's line is busy." in compares(ending="busy").text.replace("&#39;", "'")


def test_a_rule_that_changes_changes_the_whole_call(compares, prepare):
    prepare({("whom", "rule"): "both"})
    assert "New</span>" in compares().text


def test_before_anything_is_published_the_prepared_call_is_read(signed_in, page, session):
    session.execute(update(Edition).values(based_on_id=None))
    session.execute(delete(Edition).where(Edition.published_at.is_not(None)))
    session.commit()
    text = signed_in.reads(page)
    assert heading(text) == "As prepared: nothing is in force yet"
    assert "<del>" not in text
    assert "<ins>" not in text


def test_what_is_chosen_wrongly_is_told_at_its_field(compares):
    answer = compares(place=" ")
    assert (answer.status_code, "a town or a ZIP code" in answer.text) == (422, True)


def test_comparing_keeps_nothing(session, compares, prepare):
    prepare({GOODBYE: says("Bye.")})
    before = everything_kept(session)
    assert compares().status_code == 200
    assert everything_kept(session) == before


def line(text, who=Who.PROGRAM, **more):
    return Caption(who, text, **more)


def test_lines_of_one_speaker_in_one_place_are_one_line():
    (one,) = heard([line("Press 1.")], [line("Press 1 or 2.")])
    assert [(run.text, run.new) for run in one.runs] == [("Press 1", False), (" or 2", True), (".", False)]


def test_lines_with_little_in_common_are_shown_whole():
    (one,) = heard([line("Good afternoon to all of you.")], [line("Bye.")])
    assert [(run.gone, run.new) for run in one.runs] == [(True, False), (False, True)]


def test_lines_of_two_speakers_stay_two():
    both = list(heard([line("Hello.", Who.OFFICE)], [line("Hello.", Who.SUPPORTER)]))
    assert [(one.before is None, one.after is None) for one in both] == [(False, True), (True, False)]


def test_what_comes_and_what_goes_is_told_apart():
    (came,) = (one for one in heard([line("a")], [line("a"), line("b")]) if not one.is_same)
    assert (came.before, came.after.text) == (None, "b")

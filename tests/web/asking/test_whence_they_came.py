"""What a link said that was sent round goes with its supporter, through every question, into the counts."""

import re

import pytest
from sqlalchemy import select

from app.language.whence import source_of
from app.statistics.counting import count
from app.statistics.reading import counts
from app.statistics.told import Span
from models import Call, CountedBy, DialIn
from tests.world.every import every
from tests.world.one_unit import kept
from tests.world.people.supporter import Supporter

PAGE = "/c/safe-communities"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def comes_by(client, campaign):
    """Opens the campaign by a link; the hidden fields of its form, and what people type."""

    def comes_by(link, **typed):
        usual = {"phone": "617 555 0123", "town": "Holyoke", "consent": "en"}
        return dict(HIDDEN.findall(client.get(f"{PAGE}{link}").text)) | usual | typed

    return comes_by


@pytest.fixture
def whence(session):
    """Whence the calls came that there are."""
    return lambda: session.scalars(select(Call.came_from).order_by(Call.id)).all()


def test_a_link_that_was_sent_round_is_counted(app, client, session, comes_by, whence):
    Supporter(client).sends(comes_by("?from=25048"))
    assert whence() == ["25048"]
    kept(session, lambda work: count(work, app.extensions["ringdown"].clock))
    assert counts(session, Span()).calls(CountedBy.SOURCE, "25048") == 1


def test_a_page_from_memory_says_it_of_whoever_comes_by_a_link_alone(comes_by):
    links = ("", "?from=newsletter", "?from=25048", "")
    assert [comes_by(link)["came_from"] for link in links] == ["", "newsletter", "25048", ""]


def test_it_goes_along_through_a_question_and_another_language(client, comes_by, whence):
    supporter = Supporter(client)
    asked = supporter.sends(comes_by("?from=flyer&language=es", town="Cataumet")).text
    assert ("came_from", "flyer") in HIDDEN.findall(asked)
    wrong = supporter.sends(comes_by("?from=flyer", phone="12")).text
    assert ("came_from", "flyer") in HIDDEN.findall(wrong)
    assert whence() == []


def test_own_phones_are_told_apart_too(client, comes_by, whence):
    page = Supporter(client).sends(comes_by("?from=flyer", own="1")).location.partition("#")[0]
    client.post(page, data={"outcome": "contact", "line": "0"})
    assert whence() == ["flyer"]


def test_whoever_dials_brings_it_along_with_their_code(client, session, comes_by):
    Supporter(client).sends(comes_by("?from=flyer", dial="1"))
    assert session.scalars(select(DialIn.came_from)).all() == ["flyer"]


@every(
    ("typed", "kept"),
    [
        ("25048", "25048"),
        ("Facebook Ad", "facebook-ad"),
        ("  Bücher & Más  ", "bucher-mas"),
        ("<script>", "script"),
        ("a" * 4000, "a" * 40),
        ("jane@example.org", ""),
        ("617-555-0123", ""),
        ("call6175550123now", ""),
        ("\0\ud800", ""),
        ("", ""),
    ],
)
def test_a_word_is_kept_and_nothing_that_names_a_person(typed, kept):
    assert source_of(typed) == kept


def test_a_form_that_somebody_made_up_is_read_as_carefully(client, comes_by, whence):
    Supporter(client).sends(comes_by("", came_from="jane@example.org"))
    assert whence() == [""]

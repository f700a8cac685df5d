"""A page shows a code, somebody keys it on the hotline, and the page follows their call to its end."""

import pytest
import requests

from models import CallSource, DialIn, LineOutcome
from tests.world.people.journey import PATIENCE

CALLER = "+14135550142"


@pytest.fixture
def page(world):
    """A page that waits for its supporter to dial, whom nobody asked for a number."""
    return world.supporter_sends(dial="1", phone="", consent="").url


@pytest.fixture
def code(world, page):
    return world.call_log.session.query(DialIn.code).scalar()


@pytest.fixture
def office(office):
    return office.answers(after=6).talks_for(42)


def shows(page):
    return requests.get(page, timeout=PATIENCE).text


def test_the_page_follows_the_call_that_keyed_its_code(world, office, page, code):
    assert "Waiting for your call" in shows(page)
    call = world.somebody_dials_in(CALLER, "1", code, "1", "1")
    assert (call.source, call.town, call.talk_seconds) == (CallSource.HOTLINE, "Holyoke", 42)
    assert "Your page will follow this call now" in world.program_says()
    assert "The call is over. Thank you for making it!" in shows(page)
    assert call.phone_encrypted is None


def test_what_happened_is_told_on_that_page_too(world, office, page, code):
    world.somebody_dials_in(CALLER, "1", code, "1", "2")
    assert (world.call_log.only().line_outcome, "I left a message" in shows(page)) == (LineOutcome.ANSWERED, True)


def test_without_caller_id_the_code_is_just_as_good(world, office, page, code):
    assert world.somebody_dials_in("anonymous", "1", code, "1", "1").talk_seconds == 42


def test_the_same_code_is_good_for_nobody_else(world, office, page, code):
    first = world.somebody_dials_in(CALLER, "1", code, "1", "1")
    second = world.somebody_dials_in("+14135550143", "1", code, "01040", "1", "1", "1")
    assert "We don't recognize that code. A code is good for half an hour." in world.program_says()
    assert (second.town, first.id != second.id) == ("Holyoke", True)


def test_two_wrong_codes_and_then_a_number_that_helps(world, page, code):
    wrong = [other for other in ("0001", "0002", "0003") if other != code]
    call = world.somebody_dials_in(CALLER, "1", *wrong[:2])
    assert "The State House switchboard" in world.program_says()
    assert call.offices == []
    assert "Waiting for your call" in shows(page)

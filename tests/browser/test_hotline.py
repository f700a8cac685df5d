"""The hotline dialed on the handset: in another language by ZIP code, and by a spoken town.

Every prompt in every language is walked by tests/journeys/test_hotline.py; the handset shows whatever is said.
"""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from models import Call, CallSource
from tests.world.known import known
from tests.world.people.browsing import answers, hangs_up, hears, presses
from voice_flows.parts.hotline import LANGUAGE_KEYS
from voice_flows.speak import say


@pytest.fixture
def dials(new_page, everything):
    """Dials the campaign's number on the left phone and chooses a language; gives both phones."""

    def dials(key):
        phones = new_page()
        phones.goto(everything.network_url)
        phones.get_by_test_id("dial").click()
        hears(phones, "supporter", "Thank you for calling Massachusetts Neighbors Together")
        presses(phones, "supporter", key)
        return phones

    return dials


def goes_on_to_the_end(phones, language):
    """Agree on the office, skip to it, talk, and say how it went."""

    def asked(words):
        hears(phones, "supporter", say(words, known(language=language)).text)

    asked("agree_keys")
    presses(phones, "supporter", "1")
    asked("script_follows" if language == "en" else "script_follows_own")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    hangs_up(phones, "office")
    asked("how_did_it_go")
    presses(phones, "supporter", "1")
    asked("thanks_contact")
    expect(phones.get_by_test_id("supporter-state")).to_have_text("Call ended")


def the_call(session):
    session.rollback()
    return session.scalars(select(Call)).one()


@pytest.mark.parametrize(("key", "language"), [item for item in LANGUAGE_KEYS.items() if item[1] in {"es", "zh"}])
def test_by_zip_code_in_another_language(dials, session, key, language):
    phones = dials(key)
    hears(phones, "supporter", say("where", known(language=language)).text)
    for digit in "01040":
        presses(phones, "supporter", digit)
    hears(phones, "supporter", "Pat Duffy")
    goes_on_to_the_end(phones, language)
    call = the_call(session)
    assert (call.source, call.language, call.reported_outcome) == (CallSource.HOTLINE, language, "contact")


def test_by_a_spoken_town(dials, session):
    phones = dials("1")
    hears(phones, "supporter", "or say your town")
    phones.get_by_test_id("supporter-say").fill("Holyoke")
    phones.get_by_test_id("supporter-say-it").click()
    goes_on_to_the_end(phones, "en")
    assert the_call(session).town == "Holyoke"

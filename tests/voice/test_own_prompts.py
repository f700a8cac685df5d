"""A campaign's own prompts on the phone: spoken or played, at no cost, and never a call's end."""

import pytest
from sqlalchemy import delete

from app.campaigns.in_force import campaign_words
from models import Campaign, Recording
from tests.world.calls import a_call
from tests.world.campaign.prompts import a_recording, campaign_prompt, says_instead
from tests.world.carrier.signed_sender import SignedSender
from tests.world.carrier.twiml import the, words


@pytest.fixture
def hears(app, session, campaign):
    """What a supporter hears who is called now."""

    def hears(what="answered", **form):
        call = a_call(session, app.extensions["ringdown"], campaign)
        return SignedSender(app, call.id).asks(what, **form).text

    return hears


def test_an_own_text_is_spoken(session, campaign, hears):
    says_instead(session, campaign_prompt(session, campaign, "who_is_calling"), "Hi, {representative} next.")
    assert words(hears()).startswith("Hi, Representative Pat Duffy next.")


def test_a_recording_is_played_from_our_own_address(session, campaign, hears, client):
    recording = a_recording(session)
    says_instead(session, campaign_prompt(session, campaign, "press_one"), "Press 1.", recording.id)
    assert the("Play", hears()).text == f"http://127.0.0.1:8080/recordings/{recording.name}.wav"
    assert client.get(f"/recordings/{recording.name}.wav").data == recording.wav


def test_a_recording_that_is_gone_is_spoken(session, campaign, hears):
    says_instead(session, campaign_prompt(session, campaign, "who_is_calling"), "Hi there.", a_recording(session).id)
    session.execute(delete(Recording))
    session.commit()
    assert words(hears()).startswith("Hi there.")


def test_words_in_another_language_are_not_said_in_this_one(session, campaign, hears):
    says_instead(session, campaign_prompt(session, campaign, "who_is_calling", "es"), "Hola.")
    assert words(hears()).startswith("Hello.")


def test_a_call_under_way_keeps_what_it_began_with(app, session, campaign):
    says_instead(session, campaign_prompt(session, campaign, "press_one"), "One, please.")
    carrier = SignedSender(app, a_call(session, app.extensions["ringdown"], campaign).id)
    assert "One, please." in words(carrier.asks("answered").text)
    says_instead(session, campaign_prompt(session, campaign, "press_one"), "Now press it.")
    assert "One, please." in words(carrier.asks("after/greeting/0/1", Digits="7").text)


def test_own_prompts_cost_a_turn_no_statement(app, session, campaign, count_statements):
    says_instead(session, campaign_prompt(session, campaign, "press_one"), "One.", a_recording(session).id)
    carrier = SignedSender(app, a_call(session, app.extensions["ringdown"], campaign).id)
    campaign_words(session, campaign, session.get_one(Campaign, campaign, populate_existing=True).version)
    session.rollback()
    count_statements.reset()
    carrier.asks("after/greeting/0/1", Digits="7")
    assert (len(count_statements.statements) <= 2, count_statements.commits) == (True, 0)

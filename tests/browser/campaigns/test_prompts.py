"""Organizers' prompts in a real browser: changed, recorded, listened to, by anybody and on any screen."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.world.browser.voices import VOICES
from tests.world.campaign.sounds import encoded

MEMO = {"name": "memo.m4a", "mimeType": "audio/mp4"}


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens the prompts as an organizer who has signed in."""
    return partial(opens_of_campaign, "Prompts")


def records(page, title="Goodbye", sound=None):
    page.get_by_role("link", name=title, exact=True).click()
    page.get_by_label("File").set_input_files({**MEMO, "buffer": sound or encoded("m4a", 1.5)})
    page.get_by_label("What it says").fill("Thank you. Bye.")
    page.get_by_role("button", name="Use this recording").click()


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(organizer, faults_of):
    page = organizer(320)
    found = faults_of(page)
    records(page)
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.get_by_text("Blanks that are filled in").first.click()
    found += faults_of(page)
    page.get_by_label("Words").fill("Bye {name}. " + "Very" * 60)
    page.get_by_role("button", name="Save these words").click()
    expect(page.get_by_role("alert")).to_contain_text("{name} is no blank")
    found += faults_of(page)
    page.get_by_role("link", name="All prompts in English").click()
    assert found + faults_of(page) == []


def test_a_recording_is_used_listened_to_and_taken_back_without_javascript(organizer):
    page = organizer(java_script_enabled=False)
    records(page)
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.locator("audio").first).to_be_visible()
    expect(page.locator(".heard").first).to_contain_text("1.5 s")
    page.get_by_role("button", name="Use this again").click()
    expect(page.get_by_role("heading", name="The built-in words In force")).to_be_visible()
    assert page.get_by_role("button", name="Listen").count() == 0


def test_a_recording_plays_in_the_browser(organizer):
    page = organizer()
    records(page)
    sound = page.locator("audio").first
    seconds = "sound => new Promise(done => { sound.onloadedmetadata = () => done(sound.duration); sound.load(); })"
    sound.evaluate("sound => { sound.preload = 'metadata'; }")
    assert sound.evaluate(seconds) == pytest.approx(1.5, abs=0.1)
    sound.evaluate("sound => { sound.currentTime = 1; }")
    page.wait_for_function("() => document.querySelector('audio').currentTime === 1")


def test_without_a_voice_there_is_no_button_to_listen(organizer):
    assert organizer().get_by_role("button", name="Listen").count() == 0


def test_the_buttons_appear_with_a_voice_of_the_language(organizer):
    page = organizer()
    page.add_init_script(VOICES)
    page.reload()
    listen = page.get_by_role("button", name="Listen: Greeting")
    expect(listen).to_be_hidden()
    page.evaluate("speechSynthesis.arrive('de-DE')")
    expect(listen).to_be_hidden()
    page.evaluate("speechSynthesis.arrive('en_US')")
    listen.click()
    assert page.evaluate("said[0]").startswith(
        "Hello. This is an automated call from Massachusetts Neighbors Together."
    )
    page.context.close()  # nobody else shall have these voices


def test_what_cannot_be_used_is_told_and_the_words_stay(organizer):
    page = organizer()
    records(page, sound=b"no sound at all")
    expect(page.get_by_role("alert")).to_contain_text("We cannot read this as sound")
    expect(page.get_by_label("What it says")).to_have_value("Thank you. Bye.")

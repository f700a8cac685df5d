"""A campaign is rehearsed in a real browser: by keyboard alone, watched, without JavaScript, and on any screen."""

import pytest
from playwright.sync_api import expect

from tests.world.browser.voices import VOICES
from tests.world.people.browsing import shows


@pytest.fixture
def rehearsal(opens_of_campaign):
    """Opens the page on which a rehearsal is set up, as an organizer who has signed in."""

    def opens(*how, **options):
        return opens_of_campaign("Rehearse", *how, **options)

    return opens


def button(page, name):
    return page.get_by_role("button", name=name)


def tabs_to(page, name):
    """Press Tab until this button, once it is there, has the focus, and then Enter."""
    expect(button(page, name)).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.replace(/\\s+/g, ' ').trim()") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way to {name} by keyboard")


def test_a_busy_office_is_rehearsed_by_keyboard_alone(rehearsal, looks_at):
    page = rehearsal()
    looks_at(page, "rehearsal-set-up")
    for does in ("Hold both handsets", "Pick up", "1 Hear the script", "1 Be connected"):
        tabs_to(page, does)
    shows(page, ".captions", "The phone rings at the office of Representative Pat Duffy.")
    looks_at(page, "rehearsal-office-rings")
    tabs_to(page, "The line is busy")
    shows(page, "#now", "The office's line is busy.")
    looks_at(page, "rehearsal-busy")
    tabs_to(page, "Hang up")
    shows(page, ".over", "Office busy")
    looks_at(page, "rehearsal-over")


def test_after_each_step_the_reader_goes_on_at_what_is_new(rehearsal):
    page = rehearsal()
    button(page, "Hold both handsets").click()
    button(page, "Pick up").click()
    shows(page, "#now", "The supporter picks up.")
    assert page.evaluate("document.activeElement.id") == "now"


@pytest.mark.parametrize("script", [True, False])
def test_a_step_is_taken_back_with_and_without_javascript(rehearsal, script):
    page = rehearsal(java_script_enabled=script)
    button(page, "Hold both handsets").click()
    button(page, "Pick up").click()
    expect(button(page, "Hear the script")).to_be_visible()
    button(page, "One step back").click()
    expect(button(page, "Let it ring")).to_be_visible()


def test_a_call_to_the_hotline_is_watched_to_its_end(rehearsal, looks_at):
    page = rehearsal()
    page.get_by_label("On the hotline").check()
    page.get_by_label("Where the supporter lives").fill("01040")
    page.get_by_label("Their language").select_option("Portuguese")
    page.get_by_label("What happens").select_option("The mailbox is full")
    button(page, "Watch this call").click()
    shows(page, ".captions", "Holyoke")
    shows(page, ".over", "Mailbox full")
    looks_at(page, "rehearsal-watched")


def test_a_place_is_typed_and_sent_by_the_enter_key(rehearsal):
    page = rehearsal()
    page.get_by_label("On the hotline").check()
    button(page, "Hold both handsets").click()
    button(page, "English").click()
    page.get_by_label("A town or ZIP code").fill("01040")
    page.keyboard.press("Enter")
    shows(page, "#now", "Presses 01040")
    expect(button(page, "Yes, go on")).to_be_visible()


def test_from_any_step_on_the_rest_can_be_watched(rehearsal):
    page = rehearsal()
    button(page, "Hold both handsets").click()
    button(page, "Pick up").click()
    button(page, "Watch the rest").click()
    shows(page, ".captions", "Good afternoon")
    shows(page, ".over", "Talked to someone")


def test_what_is_new_is_spoken_where_the_browser_has_a_voice(rehearsal):
    page = rehearsal()
    page.add_init_script(VOICES)
    button(page, "Hold both handsets").click()
    expect(page.get_by_label("Speak aloud")).to_be_hidden()
    page.evaluate("speechSynthesis.arrive('en-US')")
    page.get_by_label("Speak aloud").check()
    button(page, "Pick up").click()
    shows(page, "#now ~ li", "Hello.")
    assert page.evaluate("said.join(' ')").startswith("Hello. This is an automated call")
    page.context.close()  # nobody else shall have these voices


def test_what_was_typed_wrongly_is_told_and_stays(rehearsal, looks_at):
    page = rehearsal()
    page.get_by_label("Where the supporter lives").fill("")
    page.get_by_label("Their language").select_option("Spanish")
    button(page, "Hold both handsets").click()
    expect(page.get_by_role("alert")).to_contain_text("a town or a ZIP code")
    expect(page.get_by_label("Their language")).to_have_value("es")
    looks_at(page, "rehearsal-wrong")

"""The script of a campaign in a real browser: its blanks put in where the cursor stands, by anybody, on any screen."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import prepares_fields


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens the script as an organizer who has signed in."""

    def opens(*how, **options):
        page = opens_of_campaign("Publish", *how, **options)
        page.get_by_role("link", name="Script").click()
        return page

    return opens


@pytest.fixture
def script(session, campaign):
    return partial(prepares_script, session, campaign)


def prepares_script(session, campaign, **texts):
    prepares_fields(session, campaign, {("english", name): text for name, text in texts.items()})
    session.commit()


def test_a_blank_is_put_in_where_the_cursor_stands(organizer, script):
    script(script="I am , hello.")
    page = organizer()
    field = page.get_by_label("Script, in English")
    field.focus()
    field.press("ControlOrMeta+Home")
    for _ in range(5):
        field.press("ArrowRight")
    page.get_by_role("group", name="Put a blank into: Script", exact=True).get_by_role("button", name="[name]").press(
        "Enter"
    )
    page.keyboard.type("!")
    expect(field).to_have_value("I am [name]!, hello.")
    field.press("ControlOrMeta+z")
    field.press("ControlOrMeta+z")
    expect(field).to_have_value("I am , hello.")


def test_it_is_written_without_javascript(organizer, script):
    page = organizer(java_script_enabled=False)
    expect(page.get_by_role("button", name="[name]")).to_have_count(0)
    page.get_by_label("Script, in English").fill("I am [name] from [Town], for [office].")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#script-filled")).to_contain_text(
        "I am Ana from Holyoke, for the office of Representative Pat Duffy."
    )


def test_nothing_is_wrong_with_the_page_in_any_look(organizer, script, looks_at):
    page = organizer()
    looks_at(page, "script")
    script(script="V" * 300 + " [the bill]", voicemail_script="", thanks_script="We ask. " * 900)
    page.get_by_label("Filled in for somebody from").fill("Worcester")
    page.get_by_role("button", name="Fill in").click()
    looks_at(page, "script-wrong")
    page.get_by_label("Script, in English").fill("x" * 4001)
    page.get_by_role("button", name="Save").click()
    looks_at(page, "script-too-long")


def test_what_is_typed_is_saved_and_filled_in_as_one_goes(organizer):
    page = organizer()
    page.get_by_label("Script, in English").fill("I am [name], for [office].")
    expect(page.locator("#script-filled")).to_contain_text("I am Ana, for the office of Representative Pat Duffy.")
    expect(page.locator("#script-filled")).to_contain_text("Nobody says where they live")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

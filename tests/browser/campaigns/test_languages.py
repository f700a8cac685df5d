"""A campaign's languages in a real browser: by anybody, on any screen, with and without JavaScript."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import change_campaign
from tests.world.campaign.texts import campaign_language, translates


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens the languages as an organizer who has signed in."""
    return partial(opens_of_campaign, "Languages")


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(organizer, faults_of, session, campaign):
    page, found = organizer(320), []

    def look():
        found.extend(faults_of(page))

    look()
    page.get_by_role("link", name="Chinese (traditional)").click()
    look()
    page.get_by_label("Headline").locator("textarea").fill("V" * 200)
    page.get_by_label("Script, in Chinese").fill("您好。")
    expect(page.locator("#script-error")).to_contain_text("put [name] and")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("put [name] and")
    look()
    page.reload()
    translates(session, campaign_language(session, campaign, "zh_Hant"), headline="妳好")
    page.get_by_role("link", name="All languages").click()
    page.get_by_role("link", name="Spanish").click()
    translates(session, campaign_language(session, campaign), headline="Llame ya")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Somebody else changed these texts")
    look()
    assert found == []


def test_a_script_is_looked_at_and_saved_without_javascript(organizer, session, campaign):
    change_campaign(session, translations={})
    page = organizer(java_script_enabled=False)
    expect(page.get_by_role("heading", name="Nothing is translated yet")).to_be_visible()
    page.get_by_role("link", name="Haitian Creole").click()
    script = page.locator("#script")
    script.fill("Bonjou, mwen rele [name], mwen rete [Town]. [Representative], tanpri.")
    page.get_by_role("button", name="Only show me how it looks").click()
    expect(page.locator("#preview")).to_contain_text(
        "Bonjou, mwen rele Ana, mwen rete Holyoke. Reprezantan Ana Example"
    )
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    page.get_by_role("link", name="All languages").click()
    expect(page.get_by_text("6 of 7 texts missing")).to_be_visible()

"""A campaign's editions in a real browser: compared, published and taken back, by anybody and on any screen."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import prepares_fields


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens what is prepared as an organizer who has signed in."""
    return partial(opens_of_campaign, "Publish")


@pytest.fixture
def prepared(session, campaign):
    """Something of every kind is prepared."""
    long = "Very" * 50
    prepares_fields(
        session,
        campaign,
        {
            ("english", "headline"): "Ask your senator to pass the Safe Communities Act today",
            ("english", "thanks_script"): "Thank you, [Representative].\n\nIt means much to [City/Town].",
            ("translations", "es", "texts", "headline"): long,
            ("translations", "zh_Hans", "texts", "talking_points"): [],
            ("prompts", "en", "goodbye"): {"text": "Bye from {group}.", "recording_id": None},
            ("whom", "rule"): "both",
        },
    )
    session.commit()


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(organizer, faults_of, prepared):
    page = organizer(320)
    page.get_by_text("Both texts, one after the other").first.click()
    found = faults_of(page)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Published.")
    found += faults_of(page)
    page.locator(".editions a").last.click()
    expect(page.get_by_role("button", name="Publish it again")).to_be_visible()
    assert found + faults_of(page) == []


def test_what_was_published_is_taken_back_by_keyboard_without_javascript(organizer, prepared):
    page = organizer(java_script_enabled=False)
    page.get_by_role("button", name="Publish").press("Enter")
    expect(page.get_by_role("heading", name="Everything that is prepared is in force")).to_be_visible()
    page.locator(".editions a").last.press("Enter")
    page.get_by_role("button", name="Publish it again").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The earlier edition is in force again.")
    expect(page.locator(".editions li")).to_have_count(3)

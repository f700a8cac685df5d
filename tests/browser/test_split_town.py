"""A split town in a real browser: by choice, by ZIP code, by address, and back where that fails."""

import pytest
from playwright.sync_api import expect

from tests.world.census.server import CensusServer
from tests.world.people.browsing import asks_to_be_called


@pytest.fixture
def census():
    with CensusServer().running() as census:
        yield census


@pytest.fixture
def settings(settings, census):
    """The geocoder is on, and the Census Bureau is on this computer."""
    return settings.model_copy(update={"geocoder": True, "geocoder_base_url": census.url})


@pytest.fixture
def supporter(new_page):
    return new_page(390)


def would_rather_not_say(page):
    page.get_by_text("I would rather not say").click()


def looks_up(page, label, text):
    would_rather_not_say(page)
    sends(page, page.get_by_label(label), text)


def lives_on(page, street):
    sends(page, page.locator("#street"), street)


def sends(page, field, text):
    field.fill(text)
    page.locator("form", has=field).get_by_role("button", name="Look it up and call me").click()


def will_talk_to(page, name):
    expect(page.get_by_role("heading", name=f"Your call to Representative {name}")).to_be_visible()
    expect(page.locator(".filled", has_text=name).first).to_be_visible()


def test_by_choice(supporter, everything):
    asks_to_be_called(supporter, everything, "Acton")
    would_rather_not_say(supporter)
    supporter.get_by_label("Dan Sena").check()
    supporter.get_by_role("button", name="Call me now").click()
    will_talk_to(supporter, "Dan Sena")


def test_by_zip_code(supporter, everything, census):
    asks_to_be_called(supporter, everything, "Boston")
    looks_up(supporter, "ZIP code", "02128")
    will_talk_to(supporter, "Adrian Madaro")
    assert census.asked == []


def test_by_address(supporter, everything, census):
    asks_to_be_called(supporter, everything, "Acton")
    looks_up(supporter, "Your street and number", "12 Example St")
    will_talk_to(supporter, "Simon Cataldo")
    assert [one["address"] for one in census.asked] == ["12 Example St, Acton, MA"]
    assert "Example" not in supporter.url + supporter.content()


def test_by_street_which_is_completed_from_the_towns_own(supporter, everything):
    asks_to_be_called(supporter, everything, "Boston")
    supporter.locator("#street").press_sequentially("4000 washin")
    expect(supporter.locator("#streets option").first).to_have_attribute("value", "4000 Washington Mall")
    lives_on(supporter, "4000 Washington St")
    supporter.get_by_role("radio", name="Roslindale", exact=True).check()
    supporter.get_by_role("button", name="Look it up and call me").click()
    will_talk_to(supporter, "Rob Consalvo")


def test_by_zip_code_and_then_by_choice_among_those_left(supporter, everything):
    asks_to_be_called(supporter, everything, "Boston")
    looks_up(supporter, "ZIP code", "02130")
    would_rather_not_say(supporter)
    expect(supporter.get_by_role("radio")).to_have_count(4)
    supporter.get_by_label("Sam Montaño").check()
    supporter.get_by_role("button", name="Call me now").click()
    will_talk_to(supporter, "Sam Montaño")


def test_with_the_bureau_down_the_choice_is_still_there(supporter, everything, census):
    census.resets()
    asks_to_be_called(supporter, everything, "Boston")
    looks_up(supporter, "Your street and number", "12 Example St")
    expect(supporter.get_by_role("alert")).to_contain_text("We cannot look addresses up just now")
    expect(supporter.get_by_label("Your street and number")).to_have_value("12 Example St")
    supporter.get_by_label("Adrian Madaro").check()
    supporter.get_by_role("button", name="Call me now").click()
    will_talk_to(supporter, "Adrian Madaro")


def test_the_enter_key_sends_what_was_typed_without_javascript(new_page, everything):
    page = new_page(java_script_enabled=False)
    asks_to_be_called(page, everything, "Acton")
    page.locator("#street").fill("12 Adams St")
    page.keyboard.press("Enter")
    will_talk_to(page, "Dan Sena")


def test_axe_finds_nothing_on_any_form_of_the_question(new_page, everything, faults_of):
    page, found = new_page(320), []
    for town, street, told in (
        ("Acton", "Main St", "the house number decides"),
        ("Worcester", "Zyzzyva Lane", "We know no street of that name"),
        ("Boston", "Centre St", "There is more than one street of that name"),
        ("02130", "Clark", "We know no street of just that name"),
    ):
        asks_to_be_called(page, everything, town)
        expect(page.get_by_role("heading", name="Which street do you live on?")).to_be_visible()
        would_rather_not_say(page)
        found += faults_of(page)
        lives_on(page, street)
        expect(page.get_by_text(told)).to_be_visible()
        found += faults_of(page)
    asks_to_be_called(page, everything, "Boston")
    looks_up(page, "ZIP code", "01602")
    expect(page.get_by_role("alert")).to_contain_text("ZIP code 01602 is not known to reach Boston.")
    assert found + faults_of(page) == []


def test_the_street_is_not_typed_twice_and_lies_in_no_other_page(new_page, everything):
    page = new_page(390)
    asks_to_be_called(page, everything, "Acton")
    lives_on(page, "Main St")
    expect(page.locator("#street")).to_have_value("Main St")
    expect(page.locator("#number")).to_be_focused()
    assert "Main" not in page.url
    page.go_back()
    expect(page.locator("#street")).to_have_value("Main St")
    page.go_forward()
    expect(page.locator("#street")).to_have_value("Main St")
    page.locator("#number").fill("900")
    page.keyboard.press("Enter")
    will_talk_to(page, "Simon Cataldo")
    assert "Main St" not in page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(history.state)")


def test_a_street_that_is_nearly_right_is_offered_as_it_is_written(new_page, everything):
    page = new_page(390)
    asks_to_be_called(page, everything, "Acton")
    lives_on(page, "Adems St")
    page.get_by_role("button", name="Adams Street").click()
    expect(page.locator("#street")).to_have_value("Adams Street")
    page.keyboard.press("Enter")
    will_talk_to(page, "Dan Sena")

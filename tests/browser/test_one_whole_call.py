"""One whole call in a real browser: the campaign page, two handsets, the log."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.browser.stillness import arrives
from tests.world.people.browsing import answers, asks_to_be_called, hangs_up, hears, page_says, presses, signs_in


@pytest.fixture
def phones(new_page, everything):
    page = new_page()
    page.goto(everything.network_url)
    return page


@pytest.fixture
def supporter(new_page):
    return new_page()


def talk(supporter, phones, everything):
    asks_to_be_called(supporter, everything)
    answers(phones, "supporter")
    page_says(supporter, "Your phone is ringing")
    hears(phones, "supporter", "press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    presses(phones, "supporter", "1")
    page_says(supporter, "Calling the office")
    answers(phones, "office")
    page_says(supporter, "You are connected")


def test_a_whole_call_ends_up_in_the_log_with_its_duration_and_both_outcomes(supporter, phones, everything, new_page):
    talk(supporter, phones, everything)
    expect(supporter.get_by_role("timer")).to_be_visible()
    phones.wait_for_timeout(1000)
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you talked to someone, press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "The call is over")
    organizer = new_page()
    signs_in(organizer, everything, EMAIL, PASSWORD)
    row = organizer.locator("tbody tr").nth(1)
    for words in ("Holyoke", "Pat Duffy", "Talked to the office", "told by keypad", "23"):
        expect(row).to_contain_text(words)


def test_what_happened_is_told_on_the_page_and_thanked_for(supporter, phones, everything, looks_at):
    talk(supporter, phones, everything)
    hangs_up(phones, "supporter")
    page_says(supporter, "The call is over")
    supporter.get_by_label("I left a message").check()
    supporter.get_by_label("They support it").check()
    supporter.get_by_role("button", name="Send").click()
    expect(supporter.get_by_text("Thank you for telling us")).to_be_visible()
    supporter.locator("#never-again-summary").focus()
    supporter.keyboard.press("Enter")
    looks_at(supporter, "told")
    supporter.keyboard.press("Tab")
    supporter.keyboard.press("Enter")
    expect(supporter.get_by_text("We will never call this number again.")).to_be_visible()


SEEN = """() => {
  const bar = document.querySelector("#your-call").getBoundingClientRect().bottom;
  const script = document.querySelector("#what-to-say .words").getBoundingClientRect();
  return (Math.min(script.bottom, innerHeight) - Math.max(script.top, bar)) / script.height;
}"""


def test_on_a_phone_the_script_is_first_and_the_call_is_found_again(new_page, phones, everything):
    supporter = new_page(390)
    asks_to_be_called(supporter, everything)
    supporter.evaluate("window.said = document.querySelector('#your-call > [role=status]')")
    answers(phones, "supporter")
    hears(phones, "supporter", "press 1")
    presses(phones, "supporter", "1")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "You are connected")
    assert supporter.evaluate("window.said.isConnected && window.said.textContent.includes('You are connected')")
    assert supporter.title().startswith("You are connected with the office of Representative Pat Duffy")
    assert supporter.evaluate(SEEN) >= 0.8
    form = supporter.context.new_page()
    form.goto(everything.web_url)
    form.get_by_role("link", name="Your call is running").click()
    page_says(form, "You are connected")
    hangs_up(phones, "supporter")
    page_says(form, "The call is over")
    form.get_by_label("I left a message").check()
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".told").first).to_be_focused()
    form.close()


def test_a_lost_connection_is_said_and_the_page_goes_on_by_itself_once_it_is_back(supporter, phones, everything):
    asks_to_be_called(supporter, everything)
    arrives(supporter)  # with its scripts: what follows the call is on its way as they are
    supporter.context.set_offline(True)
    expect(supporter.locator("#out-of-touch")).to_be_visible()
    supporter.context.set_offline(False)
    expect(supporter.locator("#out-of-touch")).to_be_hidden()
    answers(phones, "supporter")
    hears(phones, "supporter", "press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")


def test_what_is_asked_and_never_answered_is_a_lost_connection_too(supporter, phones, everything):
    supporter.clock.install()  # before the page is there, or its first look would come by another clock
    asks_to_be_called(supporter, everything)
    supporter.route("**/progress*", lambda _: None)
    for _ in range(6):
        supporter.clock.run_for(11_000)
    expect(supporter.locator("#out-of-touch")).to_be_visible()
    supporter.unroute("**/progress*")
    supporter.clock.run_for(16_000)
    expect(supporter.locator("#out-of-touch")).to_be_hidden()
    supporter.close()  # its clock is not that of the next test


def test_a_call_is_canceled_on_the_page(supporter, phones, everything):
    asks_to_be_called(supporter, everything)
    expect(phones.get_by_test_id("supporter-answer")).to_be_enabled()
    supporter.get_by_role("button", name="Cancel the call").click()
    page_says(supporter, "You canceled the call")
    expect(phones.get_by_test_id("supporter-answer")).to_be_disabled()


def test_the_script_is_filled_and_the_page_is_safe_to_reload(supporter, phones, everything):
    asks_to_be_called(supporter, everything)
    supporter.reload()
    for words in ("Ana", "Holyoke", "Representative Pat Duffy"):
        expect(supporter.locator(".filled", has_text=words).first).to_be_visible()
    assert "555" not in supporter.url


def test_without_javascript_the_call_is_placed_and_can_be_followed(new_page, phones, everything):
    supporter = new_page(java_script_enabled=False)
    asks_to_be_called(supporter, everything)
    answers(phones, "supporter")
    hears(phones, "supporter", "press 1")
    supporter.reload()
    page_says(supporter, "Your phone is ringing")
    presses(phones, "supporter", "1")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    supporter.reload()
    page_says(supporter, "We are reading you the script")


def test_the_whole_form_is_walked_by_keyboard(supporter, everything):
    supporter.goto(everything.web_url)
    supporter.get_by_label("Your phone number").focus()
    supporter.keyboard.type("(617) 555-0123")
    supporter.keyboard.press("Tab")
    supporter.keyboard.type("Holyoke")
    supporter.keyboard.press("Tab")
    supporter.keyboard.press("Space")
    supporter.keyboard.press("Tab")
    supporter.keyboard.press("Enter")
    page_says(supporter, "ring")

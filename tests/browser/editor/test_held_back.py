"""An office holder is held back in a real browser, by keyboard, on any screen."""

from playwright.sync_api import expect


def test_somebody_is_held_back_and_called_again_by_keyboard(opens_of_campaign):
    page = opens_of_campaign("the Safe Communities Act", java_script_enabled=False)
    page.get_by_role("link", name="Whom to call").press("Enter")
    page.get_by_role("link", name="Hold somebody back").press("Enter")
    page.get_by_role("button", name="Hold them back").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose an office holder from the list.")
    page.get_by_label("Whom nobody is to call for now").select_option(label="Pat Duffy (5th Hampden)")
    page.get_by_role("button", name="Hold them back").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("It holds from this moment on.")
    page.get_by_role("button", name="Call again").press("Enter")
    expect(page.get_by_text("Nobody. Everybody whom this campaign calls can be reached.")).to_be_visible()


def test_axe_finds_nothing(opens_of_campaign, looks_at):
    page = opens_of_campaign("the Safe Communities Act", 390)
    page.get_by_role("link", name="Whom to call").click()
    page.get_by_role("link", name="Hold somebody back").click()
    page.get_by_label("Whom nobody is to call for now").select_option(label="Pat Duffy (5th Hampden)")
    page.get_by_role("button", name="Hold them back").click()
    expect(page.get_by_role("heading", name="Pat Duffy")).to_be_visible()
    looks_at(page, "held-back")

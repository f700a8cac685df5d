"""A volunteer prepares who was elected, from a file, on a small phone and by the keyboard; and undoes it."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.clock import eastern, utc_now
from tests.browser.conftest import EMAIL, PASSWORD
from tests.representatives.importing.people_csv import as_csv, ma_rows, somebody_new
from tests.world.people.browsing import has_signed_in


@pytest.fixture
def file(tmp_path):
    """Somebody was elected in the 1st Barnstable, and the 2nd is told twice."""
    first, second, *others = ma_rows()
    path = tmp_path / "elected.csv"
    path.write_bytes(as_csv([somebody_new(first), second, *others, somebody_new(second, "Bartholomew Christopherson")]))
    return path


@pytest.fixture
def page(new_page, everything):
    """The offices on a small phone of somebody who has signed in."""
    page = new_page(320)
    has_signed_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/offices")
    page.get_by_role("link", name="Bring in who sits where").press("Enter")
    expect(page.get_by_role("heading", name="How to get the file")).to_be_visible()
    return page


def presses(page, button):
    page.get_by_role("button", name=button).press("Enter")


def test_who_was_elected_is_prepared_and_undone(page, file, faults_of):
    found = faults_of(page)
    presses(page, "Look what it would change")
    expect(page.get_by_role("alert")).to_contain_text("Choose a file first")
    found += faults_of(page)
    page.get_by_label("File A CSV file").set_input_files(file)
    page.get_by_label("From when on").fill(f"{eastern(utc_now() + timedelta(days=40)):%Y-%m-%dT11:00}")
    presses(page, "Look what it would change")
    expect(page.get_by_role("group", name="The file tells 2nd Barnstable (House) twice")).to_be_visible()
    presses(page, "Prepare it")
    expect(page.get_by_role("alert")).to_contain_text("The file tells 2nd Barnstable (House) twice.")
    found += faults_of(page)
    page.get_by_role("radio", name="Line 200: Bartholomew").press("Space")
    presses(page, "Prepare it")
    expect(page.get_by_role("status")).to_contain_text("Prepared. It takes force by itself")
    page.get_by_role("link", name="MA from").press("Enter")
    expect(page.get_by_role("region", name="What changes in the House")).to_contain_text("Jordan Reyes")
    found += faults_of(page)
    presses(page, "Undo it")
    expect(page.get_by_role("status")).to_contain_text("Undone")
    assert found + faults_of(page) == []


def test_a_file_that_takes_long_shows_that_it_is_on_its_way(page):
    page.evaluate("addEventListener('submit', (event) => event.preventDefault())")  # it never arrives
    presses(page, "Look what it would change")
    expect(page.get_by_role("progressbar", name="The file is on its way")).to_be_visible()

"""Notes are worked through by keyboard alone, with and without scripts, and what offices said is printed."""

import pytest
from playwright.sync_api import expect

from app.calls.life.notes import note_text
from app.extensions import given
from models import Feedback
from tests.world.people.keyboard import fills, follows, goes_by, presses


def in_focus(page):
    """The id of what has the focus."""
    return page.evaluate("document.activeElement.id")


def enters(page):
    """Press Enter on what has the focus, and be where it leads."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["scripts", "no scripts"])
def test_enter_after_enter_reads_through_the_inbox(inbox, wrote, session, options, looks_at):
    notes = wrote(6)
    page = inbox(**options)
    if not options:
        looks_at(page, "notes")
        page.locator(f"#do-{notes[0].id}").focus()
        for following in notes[1:4]:
            enters(page)
            assert in_focus(page) == f"do-{following.id}"
        expect(page.locator(f"#text-{notes[3].id}")).to_be_in_viewport()
    else:
        page.locator(f"#do-{notes[0].id}").click()
    session.rollback()
    assert session.query(Feedback).filter(Feedback.read_at.is_not(None)).count() == (1 if options else 3)


def test_an_inbox_of_5000_is_worked_through_by_keyboard(inbox, thousands, session, looks_at):
    """Read one by one, kept for an answer, tagged, freed of a name, read as a page, searched: without a mouse."""
    thousands(5_000)
    page = inbox()
    expect(page.get_by_role("link", name="To read 2,000+")).to_be_visible()
    cards = page.locator("article")
    first, second, third = (cards.nth(nth).get_attribute("id").removeprefix("note-") for nth in range(3))
    page.locator(f"#do-{first}").focus()
    enters(page)
    assert in_focus(page) == f"do-{second}"
    goes_by(page, page.locator(f"#note-{second}").get_by_role("button", name="Needs an answer"))
    assert in_focus(page) == f"do-{third}"
    more = page.locator(f"#note-{third} summary")
    more.focus()
    page.keyboard.press("Enter")
    fills(page, page.locator(f"#note-{third}").get_by_label("Tag", exact=True), "hearing")
    enters(page)
    expect(page.get_by_role("link", name="#hearing")).to_be_visible()
    looks_at(page, "inbox-5000")
    page.locator(f"#do-{third}").focus()
    presses(page, "Mark these 50 as read")
    expect(page.get_by_role("status")).to_contain_text("50 notes: Marked as read")
    page.keyboard.press("Shift+Tab")  # from the notes, where the focus is
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    enters(page)
    assert "before=" in page.url
    expect(page.locator("article")).to_have_count(50)
    oldest = page.locator("article").last
    oldest.locator("summary").focus()
    page.keyboard.press("Enter")
    goes_by(page, oldest.get_by_role("link", name="Take words out of this note"))
    fills(page, page.get_by_label("What is to go?"), "and")
    expect(page.get_by_role("button", name="Show how it reads then")).to_be_visible()
    page.goto(f"{page.url.partition('/notes')[0]}/notes?show=every&words=nothing+like+it")
    follows(page, "Search further")
    expect(page.get_by_role("heading", name="None so far")).to_be_visible()
    follows(page, "Search further")
    session.rollback()
    assert session.query(Feedback).filter(Feedback.read_at.is_not(None)).count() == 52


def test_a_page_is_read_at_once_and_taken_back(inbox, wrote, looks_at):
    wrote(55)
    page = inbox(width=390)
    presses(page, "Mark these 50 as read")
    expect(page.get_by_role("status")).to_contain_text("50 notes: Marked as read")
    expect(page.locator("article")).to_have_count(5)
    goes_by(page, page.get_by_role("button", name="Undo"))
    expect(page.get_by_role("link", name="To read 55")).to_be_visible()


def test_a_note_is_kept_for_an_answer_tagged_and_found(inbox, wrote, looks_at):
    note = wrote(2)[0]
    page = inbox(width=390)
    card = page.locator(f"#note-{note.id}")
    goes_by(page, card.get_by_role("button", name="Needs an answer"))
    follows(page, "Needs an answer 1")
    more = card.locator("summary")
    more.focus()
    page.keyboard.press("Enter")
    fills(page, card.get_by_label("Tag", exact=True), "The Hearing of Tuesday, Dec 1")
    enters(page)
    expect(page.get_by_role("link", name="#the hearing of tuesday, dec 1")).to_be_visible()
    looks_at(page, "needs-an-answer")
    goes_by(page, card.get_by_role("button", name="Answered"))
    expect(page.get_by_role("heading", name="Nothing waits for an answer")).to_be_visible()
    looks_at(page, "nothing-waits")


def test_a_name_is_taken_out_for_good(inbox, wrote, session, looks_at):
    note = wrote(1)[0]
    page = inbox()
    page.locator(f"#note-{note.id} summary").click()
    follows(page, "Take words out of this note")
    looks_at(page, "redact")
    fills(page, page.get_by_label("What is to go?"), "Somebody")
    presses(page, "Show how it reads then")
    looks_at(page, "redact-wrong")
    fills(page, page.get_by_label("What is to go?"), "Ms. Ruiz\n617-555-0134")
    presses(page, "Show how it reads then")
    looks_at(page, "redact-sure")
    presses(page, "Take it out for good")
    expect(page.get_by_role("status")).to_contain_text("for good")
    session.refresh(note)
    assert "[taken out] asked me to send" in note_text(given().vault, note.note_sealed)


def test_what_offices_said_is_read_and_printed(inbox, wrote, campaign, looks_at):
    wrote(12)
    page = inbox(f"campaigns/{campaign}/said")
    looks_at(page, "said")
    page.emulate_media(media="print")
    expect(page.get_by_text("They were kind").first).to_be_visible()
    expect(page.get_by_role("navigation", name="This campaign")).to_be_hidden()
    expect(page.get_by_role("link", name="Sign out")).to_be_hidden()
    page.emulate_media(media="screen")

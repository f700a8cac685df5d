"""What people do who use no mouse: they press Tab until they are there, then type, choose, tick, or press Enter."""

from playwright.sync_api import Locator, Page

from tests.world.browser.stillness import arrives

FARTHEST = 120  # a page of the editor has some eighty places to stop at
# At least how many of them come before this one; looking at each would take long. Of radio buttons only some do.
BEFORE = """it => {
  const all = [...document.querySelectorAll("a[href], button, input:not([type=radio]), select, textarea, summary")];
  const stops = all.filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  return Math.max(stops.indexOf(it) - stops.indexOf(document.activeElement), 0);
}"""


def reaches(page: Page, what: Locator) -> None:
    """Press Tab until the focus is there."""
    for far in (what.evaluate(BEFORE), *[1] * FARTHEST):
        for _ in range(far):
            page.keyboard.press("Tab")
        if what.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"Tab does not lead to {what}")


def types(page: Page, label: str, text: str) -> None:
    """Fill the field that is called so."""
    fills(page, page.get_by_label(label), text)


def fills(page: Page, field: Locator, text: str) -> None:
    """Type this into a field, whatever stood there."""
    reaches(page, field)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def chooses(page: Page, role: str) -> None:
    """Go along the roles with the arrows."""
    wanted = page.get_by_role("radio", name=role)
    reaches(page, page.get_by_role("radio", checked=True))
    while not wanted.is_checked():
        page.keyboard.press("ArrowDown")


def ticks(page: Page, label: str) -> None:
    """Tick a box."""
    reaches(page, page.get_by_role("checkbox", name=label))
    page.keyboard.press("Space")


def presses(page: Page, name: str) -> None:
    """Press Enter on a button."""
    reaches(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")
    arrives(page)


def follows(page: Page, name: str) -> None:
    """Press Enter on a link, and be where it leads."""
    goes_by(page, page.get_by_role("link", name=name, exact=True).last)


def goes_by(page: Page, what: Locator) -> None:
    """Press Enter on whatever leads to another page."""
    reaches(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")

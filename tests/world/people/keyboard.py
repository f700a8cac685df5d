"""What people do who use no mouse: they press Tab until they are there, then type, choose, tick, or press Enter."""

from playwright.sync_api import Locator, Page


def reaches(page: Page, what: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        if what.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {what}")


def types(page: Page, label: str, text: str) -> None:
    """Fill a field."""
    reaches(page, page.get_by_label(label))
    page.keyboard.type(text)


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
    page.wait_for_load_state()


def follows(page: Page, name: str) -> None:
    """Press Enter on a link."""
    reaches(page, page.get_by_role("link", name=name, exact=True).last)
    page.keyboard.press("Enter")
    page.wait_for_load_state()

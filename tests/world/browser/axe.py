"""What axe finds on a page: what bars people from it."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.world.browser.stillness import stillness

# A long table is one row over and over, and its contrast takes seconds: after ten, only rows that are marked differ.
SAME_AGAIN = "tbody tr:nth-child(n + 11):not(:has(.pill))"
RUN = "without => axe.run({exclude: [[without]]}, {resultTypes: ['violations']}).then(found => found.violations)"


def violations(page: Page) -> list[dict[str, Any]]:
    """Each rule that the page breaks as it stands, with the places where it does."""
    with stillness(page):
        page.evaluate(AXE_SCRIPT)
        found: list[dict[str, Any]] = page.evaluate(RUN, SAME_AGAIN)
    return found

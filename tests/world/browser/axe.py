"""What axe finds on a page: what bars people from it."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.world.browser.stillness import stillness

# A long table is one row over and over, and its contrast takes seconds: after ten, only rows that are marked differ.
SAME_AGAIN = "tbody tr:nth-child(n + 11):not(:has(.pill))"
# Sounds and style sheets need not be fetched once more for the rules that we go by.
HOW = "{resultTypes: ['violations'], preload: false}"
RUN = f"without => axe.run({{exclude: [[without]]}}, {HOW}).then(found => found.violations)"


def violations(page: Page) -> list[dict[str, Any]]:
    """Each rule that the page breaks as it stands, with the places where it does."""
    with stillness(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found: list[dict[str, Any]] = page.evaluate(RUN, SAME_AGAIN)
    return found

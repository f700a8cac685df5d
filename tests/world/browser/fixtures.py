"""One browser a process, for whichever tests look at pages: a second one could not be driven beside it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.world.browser.in_order import places_wait
from tests.world.browser.windows import Windows
from tests.world.patience import PATIENCE

# The first has no window to draw, and needs a quarter less for everything.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = (
    "no-sandbox",
    "disable-gpu",
    "mute-audio",
    "disable-quic",
    "disable-background-networking",
    "disable-component-update",
)


def browser_path() -> str | None:
    """Where Chromium is, if it is anywhere."""
    named = os.environ.get("BROWSER_PATH") or next((path for name in NAMES if (path := shutil.which(name))), None)
    return named or (str(MAC) if MAC.exists() else None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """While it is open, its event loop runs on the thread of the tests."""
    path = browser_path()
    assert path, "REQUIRE_BROWSER is set, and no Chromium is installed"
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright, places_wait():
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[f"--{flag}" for flag in FLAGS],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """The windows of that browser, lent to one test at a time."""
    return Windows(chromium)

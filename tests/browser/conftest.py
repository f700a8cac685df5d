"""A real browser before the whole product; skipped loudly where there is none."""

import os
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.one_process import Arrangement, running
from app.team.create import create_organizer
from app.telephony.local_network import AttendedClock
from models import TeamRole
from tests.world.browser.axe import violations
from tests.world.browser.fixtures import browser_path
from tests.world.browser.stillness import arrives
from tests.world.browser.windows import HEIGHT
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people.browsing import has_signed_in

EMAIL, PASSWORD = "organizer@example.org", "correct horse battery"
LOOKS = ((320, "dark"), (1280, "light"), (390, "light"), (1280, "dark"))  # a screen's width and its scheme
WIDTHS = (320, 390, 1280)
SHOTS = os.environ.get("SHOTS")  # a folder, for whoever wants to look at the pages that tests look at


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests cannot run: an error where one is required, else a skip that is told."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.no_cover)  # other tests send the same requests; tracing the servers says no more
        if browser_path() is None and os.environ.get("REQUIRE_BROWSER") != "1":
            item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the browser tests did not run."""
    skipped = [one for one in terminalreporter.stats.get("skipped", []) if "no Chromium" in str(one.longrepr)]
    if skipped:
        cure = "sudo apt install chromium  (or set BROWSER_PATH)"
        terminalreporter.write_line(f"{len(skipped)} BROWSER TESTS NOT RUN: no Chromium. Fix: {cure}", bold=True)


@pytest.fixture
def everything(settings, campaign, session):
    """The whole product, its phones operated by hand, on a clock that waits for hands and for nothing else."""
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    how = Arrangement(numbers=(CAMPAIGN_NUMBER,), network_clock=AttendedClock(), patience=20)
    with running(settings, how) as everything:
        yield everything


@pytest.fixture
def new_page(windows, everything):
    """Opens pages; fails on anything that the console complains about."""

    def new_page(width: int = 1280, scheme: str = "light", **options) -> Page:
        return windows.lend(width, scheme, **options)

    yield new_page
    # A mistake in a form, too many at once, a connection that a test cuts.
    expected = ("status of 4", "status of 503", "ERR_INTERNET_DISCONNECTED")
    assert [text for text in windows.take_back() if not any(one in text for one in expected)] == []


@pytest.fixture
def opens_of_campaign(new_page, everything, session, campaign):
    """Opens what a campaign's row links to, as an organizer who has signed in."""

    def opens(link: str, *how, **options) -> Page:
        page = new_page(*how, **options)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/campaigns")
        page.get_by_role("link", name=link).click()
        return page

    return opens


@pytest.fixture
def faults_of():
    """What is wrong with a page: what axe finds in one look, each time in another, and where it is too wide."""
    in_turn = cycle(LOOKS)

    def in_one_look(page: Page, width: int, scheme: str) -> list[str]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations(page)]

    def faults_of(page: Page, looks: Iterable[tuple[int, str]] | None = None) -> list[str]:
        arrives(page)
        own = page.viewport_size
        found = [
            f"{page.url} {look} {fault}" for look in looks or [next(in_turn)] for fault in in_one_look(page, *look)
        ]
        page.emulate_media(color_scheme="null")
        found += too_wide(page)
        page.set_viewport_size(own)
        return found

    return faults_of


def too_wide(page: Page, widths: Iterable[int] = WIDTHS) -> list[str]:
    """On which screens one would have to scroll sideways."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        needs = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{page.url} is {needs} wide on {width}"] if needs > width else []
    return found


@pytest.fixture
def looks_at(faults_of):
    """Nothing is wrong with it in any look."""

    def looks_at(page, name):
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
        assert faults_of(page) == []

    return looks_at

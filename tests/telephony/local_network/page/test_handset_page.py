"""The handset page in a browser: a whole call by mouse and keyboard, and no accessibility faults."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from app.telephony.local_network import RealClock

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and not os.environ.get("REQUIRE_BROWSER"), reason="Chromium is not installed"),
]
ASK = "<Response><Gather numDigits='1' action='/accept' timeout='60'><Say>Press one.</Say></Gather></Response>"
BRIDGE = "<Response><Dial callerId='+16175550100'>+16175550190</Dial></Response>"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def network(start_network):
    return start_network(clock=RealClock())


@pytest.fixture
def page(request, browser, network):
    context = browser.new_context(color_scheme=request.param, viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.mistakes = []
    opened.on("pageerror", lambda mistake: opened.mistakes.append(str(mistake)))
    opened.on("console", lambda said: said.type == "error" and opened.mistakes.append(said.text))
    opened.goto(network.url)
    yield opened
    context.close()
    assert opened.mistakes == []


@pytest.mark.parametrize("page", ["light"], indirect=True)
def test_a_whole_call_by_hand(page, app, client, hotline):
    app.pages |= {"/voice": ASK, "/accept": BRIDGE}
    client.calls.create(to="+16175550123", from_=hotline, url=f"{app.url}/voice")
    part = page.get_by_test_id
    part("supporter-phone").focus()
    expect(part("supporter-state")).to_have_text("Ringing")
    page.keyboard.press("Enter")
    expect(part("supporter-captions")).to_contain_text("Press one.")
    page.keyboard.press("1")
    part("office-answer").click()
    part("office-say").fill("Good afternoon.")
    part("office-say-it").click()
    expect(part("supporter-captions")).to_contain_text("Good afternoon.")
    assert Axe().run(page).response["violations"] == []
    part("supporter-hang-up").click()
    expect(part("office-state")).to_have_text("Call ended")
    expect(part("network-log")).to_contain_text("POST /accept signed ✓ 200")


@pytest.mark.parametrize("page", ["dark"], indirect=True)
def test_dialling_the_hotline_by_hand(page, app, network, hotline):
    app.pages["/hotline"] = "<Response><Pause length='30'/></Response>"
    network.connect_number(hotline, f"{app.url}/hotline")
    page.get_by_test_id("dial").click()
    expect(page.get_by_test_id("supporter-state")).to_have_text("In call")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

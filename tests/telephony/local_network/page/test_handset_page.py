"""The handset page in a browser: a whole call by mouse and keyboard, and no accessibility faults."""

import os

import pytest
from playwright.sync_api import expect

from app.telephony.local_network import RealClock
from tests.world.browser.axe import violations
from tests.world.browser.fixtures import browser_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not browser_path() and not os.environ.get("REQUIRE_BROWSER"), reason="Chromium is not installed"
    ),
]
ASK = "<Response><Gather numDigits='1' action='/accept' timeout='60'><Say>Press one.</Say></Gather></Response>"
BRIDGE = "<Response><Dial callerId='+16175550100'>+16175550190</Dial></Response>"


@pytest.fixture
def network(start_network):
    return start_network(clock=RealClock())


@pytest.fixture
def page(request, windows, network):
    opened = windows.lend(390, request.param)
    opened.goto(network.url)
    yield opened
    assert windows.take_back() == []


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
    expect(part("office-state")).to_contain_text("In call")
    part("office-say").fill("Good afternoon.")
    part("office-say-it").click()
    expect(part("supporter-captions")).to_contain_text("Good afternoon.")
    assert violations(page) == []
    part("supporter-hang-up").click()
    expect(part("office-state")).to_have_text("Call ended")
    expect(part("network-log")).to_contain_text("POST /accept signed ✓ 200")


@pytest.mark.parametrize("page", ["dark"], indirect=True)
def test_dialling_the_hotline_and_letting_the_money_run_out_by_hand(page, app, network, hotline):
    app.pages["/hotline"] = "<Response><Pause length='30'/></Response>"
    network.connect_number(hotline, f"{app.url}/hotline")
    page.get_by_test_id("dial").click()
    expect(page.get_by_test_id("supporter-state")).to_have_text("In call")
    page.get_by_test_id("happens").select_option("no-money")
    page.get_by_test_id("let-happen").press("Enter")
    expect(page.get_by_test_id("account")).to_contain_text("suspended")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

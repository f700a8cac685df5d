"""The phone never waits behind pages, and whoever waited too long for a page is told so."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from html import unescape

import pytest
import requests
from sqlalchemy import select

from app.calls.life.status import move_call
from app.serving import lanes
from app.serving.lanes import PAGE_THREADS, PATIENCE
from app.serving.phone_use import PhoneUse, let_phone_pass, letting_pass
from app.serving.web_server import WebServerThread, listen
from models import CallStatus, EventSource, Leg, LegStatus
from tests.conftest import ACCOUNT_SID
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SUPPORTER_LEG, SignedSender
from tests.world.patience import PATIENCE as NEVER
from tests.world.people.supporter import Supporter
from tests.world.time.held_clock import HeldClock

PAGE = "/c/safe-communities"
A_MOMENT = 0.5  # seconds: by then a request that was sent has arrived
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def address(app, campaign):
    listener = listen(0)
    with WebServerThread(app, listener):
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def asks(address):
    """Ask for something at once; what comes of it is waited for later."""
    with ThreadPoolExecutor(PAGE_THREADS + 2) as browsers:

        def asks(method, path, **what):
            return browsers.submit(requests.request, method, address + path, timeout=NEVER, **what)

        yield asks


@pytest.fixture
def form(client):
    return Supporter(client).form()


@pytest.fixture
def report(app, session, campaign, asks):
    """Let the carrier report that a supporter's phone rings."""
    call = a_call(session, app.extensions["ringdown"], campaign)
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    told = {"CallSid": SUPPORTER_LEG, "CallStatus": "ringing", "AccountSid": ACCOUNT_SID, "SequenceNumber": "1"}
    carrier = SignedSender(app, call.id)
    path = carrier.path("status")
    signed = {"X-Twilio-Signature": carrier.signature(path, told)}
    return lambda: asks("POST", path, data=told, headers=signed)


@pytest.fixture
def held_clock(app):
    given = app.extensions["ringdown"]
    clock = HeldClock(given.clock)
    app.extensions["ringdown"] = replace(given, clock=clock)
    return clock


@pytest.fixture
def pages_hang(held_clock, asks):
    """While the context lasts every thread of the pages waits."""

    @contextmanager
    def pages_hang():
        with held_clock.held():
            hanging = [asks("GET", PAGE) for _ in range(PAGE_THREADS)]
            held_clock.wait_until_they_wait(PAGE_THREADS)
            yield
        assert [one.result().status_code for one in hanging] == [200] * PAGE_THREADS

    return pages_hang


def test_while_all_pages_hang_the_phone_is_answered(pages_hang, asks, report, session):
    with pages_hang():
        assert report().result().status_code == 200
        assert asks("GET", "/healthz").result().text == "ok\n"
    assert session.scalars(select(Leg.status)).one() is LegStatus.RINGING


def test_a_click_that_could_not_be_begun_in_time_gets_through_afterwards(pages_hang, asks, form):
    with pages_hang():
        late = asks("POST", f"{PAGE}/call", data=form)
        time.sleep(PATIENCE + A_MOMENT)
    page = late.result()
    assert (page.status_code, page.headers["Retry-After"]) == (503, "5")
    again = {name: unescape(value) for name, value in HIDDEN.findall(page.text)}
    assert asks("POST", f"{PAGE}/call", data=again, allow_redirects=False).result().status_code == 303


def test_a_page_that_waits_a_moment_is_served(monkeypatch, pages_hang, asks):
    monkeypatch.setattr(lanes, "PATIENCE", NEVER)  # else a moment may be too long on a busy machine
    with pages_hang():
        page = asks("GET", PAGE)
        time.sleep(A_MOMENT)
    assert page.result().status_code == 200


def test_a_page_lets_the_phone_pass_but_does_not_wait_for_long():
    phone_use = PhoneUse()
    phone_use.begins()
    began = time.monotonic()
    phone_use.let_pass()
    assert 0 < time.monotonic() - began < NEVER


def test_whatever_takes_minutes_lets_it_pass_now_and_then():
    phone_use = PhoneUse()
    phone_use.begins()
    began = time.monotonic()
    with letting_pass(phone_use):
        let_phone_pass()
    assert 0 < time.monotonic() - began < NEVER


def test_one_download_too_many_is_told_at_once(monkeypatch, asks):
    monkeypatch.setattr(lanes, "LONG_THREADS", 0)
    answer = asks("GET", "/organizers/calls.csv").result()
    assert (answer.status_code, "Other files are being written just now" in answer.text) == (503, True)
    assert int(answer.headers["Retry-After"]) > 0

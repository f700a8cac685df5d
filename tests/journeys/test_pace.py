"""Many supporters and one office: its line is never crowded, and everybody's turn comes."""

import time
from collections import Counter

import pytest
import requests
from sqlalchemy import func, select

from models import Call, CallStatus, LinePace
from tests.world.examples import sized
from tests.world.patience import PATIENCE
from tests.world.people.supporter import TOKEN

MANY = sized(12, 50)


@pytest.fixture
def everybody_asks(world):
    """So many supporters ask to be called to the same office."""
    page = f"{world.everything.web_url}/c/safe-communities"

    def asks(nth, keys):
        number = f"+1413555{100 + nth:04d}"
        world.everything.network.phone(number).answers(after=2).then_presses(*keys)
        form = {"token": TOKEN.search(requests.get(page, timeout=PATIENCE).text)[1], "phone": number, "town": "Holyoke"}
        requests.post(f"{page}/call", data=form | {"consent": "en", "when": "in-line"}, timeout=PATIENCE)

    def everybody(how_many, *keys):
        for nth in range(how_many):
            asks(nth, keys)

    return everybody


def wait_for_all(world):
    deadline = time.monotonic() + 10 * PATIENCE
    while not all(call.status is CallStatus.COMPLETED for call in world.call_log.all()):
        assert time.monotonic() < deadline, Counter(call.status for call in world.call_log.all())
        time.sleep(0.2)
    world.everything.network.wait_until_idle(PATIENCE)


def most_at_once(legs):
    """How many of these phones were in use at one moment at most."""
    moments = sorted([(leg.ringing_at, 1) for leg in legs] + [(leg.ended_at, -1) for leg in legs])
    now = most = 0
    for _, change in moments:
        now += change
        most = max(most, now)
    return most


def test_many_supporters_and_one_line(world, office, everybody_asks, session):
    office.answers(after=3).talks_for(20)
    everybody_asks(MANY, "1", "1", "1")
    wait_for_all(world)
    legs = world.call_log.legs()
    assert sum(call.talk_seconds == 20 for call in world.call_log.all()) == MANY
    assert most_at_once([leg for leg in legs if leg.role == "office"]) <= 2
    assert not session.scalar(select(func.count()).where(Call.holds_line.is_not(None)))


def test_a_busy_line_rests_and_nobody_loses_their_turn(world, office, everybody_asks, session):
    office.is_busy()
    everybody_asks(1, "1", "1")
    wait_for_all(world)
    assert session.scalars(select(LinePace.rests_until)).one() is not None

"""The clocks, the account's pace, and that the same script makes the same story."""

import asyncio
import time

import pytest

from app.telephony.local_network import AcceleratedClock, AttendedClock, RealClock
from app.telephony.local_network.phones.gestures import press
from app.telephony.local_network.timing.pace import Pace
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.timing.timeline import Timeline
from tests.world.patience import PATIENCE, eventually

LISTEN = "<Response><Pause length='900'/></Response>"


def test_a_quarter_of_an_hour_passes_in_no_time(app, supporter, ring):
    app.pages["/voice"] = LISTEN
    began = time.monotonic()
    assert ring().duration == "900"
    assert time.monotonic() - began < 900


def test_one_call_per_second_leaves_the_queue(start_network, client_of, hotline):
    network = start_network(calls_per_second=1)
    with network.standing_still():
        calls = [
            client_of(network).calls.create(to="+16175550123", from_=hotline, twiml="<Response/>") for _ in range(3)
        ]
    assert [call.queue_time for call in calls] == ["0", "1000", "2000"]


def test_the_pace_recovers_when_nobody_calls():
    pace = Pace(2)
    assert [pace.wait(0), pace.wait(0), pace.wait(10), pace.wait(10)] == [0, 0.5, 0, 0.5]


def test_without_a_limit_nobody_waits():
    assert Pace(None).wait(5) == 0


def test_a_real_clock_can_run_faster(start_network, client_of, hotline):
    network = start_network(clock=RealClock(speed=20))  # so that it picks up in time on a busy computer too
    network.everyone_else().answers(after=1)
    call = client_of(network).calls.create(
        to="+16175550123", from_=hotline, twiml="<Response><Pause length='10'/></Response>"
    )
    network.wait_until_idle(PATIENCE)
    assert int(call.fetch().duration) >= 10


def test_an_attended_clock_waits_for_hands_and_for_nothing_else(start_network, client_of, hotline):
    network = start_network(clock=AttendedClock())
    long_talk = "<Response><Pause length='900'/><Gather timeout='5'/><Pause length='60'/></Response>"
    call = client_of(network).calls.create(to="+16175550123", from_=hotline, twiml=long_talk)
    leg = network.engine.exchange.legs[call.sid]
    assert eventually(lambda: leg.status == "ringing")
    network.engine.timeline.ask(leg.answer)
    assert eventually(lambda: leg.listening)
    with pytest.raises(TimeoutError):
        network.wait_until_idle(timeout=0.05)
    assert (leg.status, leg.talked_for) == ("in-progress", 900)
    network.engine.timeline.ask(lambda: press(leg, "#", network.engine.exchange.captions))
    network.wait_until_idle(PATIENCE)
    assert leg.seconds == 960


def test_a_held_clock_stands_still():
    clock = AcceleratedClock()
    with clock.standing_still():
        clock.waited(5)
    assert clock.seconds() == 0


def test_waiting_for_the_end_does_not_last_for_ever(network, client, hotline):
    network.everyone_else().answers()
    with network.standing_still():
        client.calls.create(to="+16175550123", from_=hotline, twiml=LISTEN)
        with pytest.raises(TimeoutError):
            network.wait_until_idle(timeout=0.05)


def story(start_network, client_of, app, hotline):
    network = start_network()
    network.everyone_else().answers(after=3).then_presses("1").talks_for(20)
    with network.standing_still():
        for number in range(10):
            client_of(network).calls.create(to=f"+1617555012{number}", from_=hotline, url=f"{app.url}/voice")
    network.wait_until_idle(PATIENCE)
    return [(line.who, line.at, line.call_sid) for line in network.transcript()]


def test_the_same_script_makes_the_same_story(start_network, client_of, app, hotline):
    app.pages["/voice"] = "<Response><Gather action='/next' numDigits='1'><Say>One?</Say></Gather></Response>"
    app.pages["/next"] = "<Response><Dial>+16175550190</Dial></Response>"
    first, second = (story(start_network, client_of, app, hotline) for _ in range(2))
    assert first == second
    assert len(first) == 20


def test_what_begins_while_everything_is_dropped_is_dropped_too():
    timeline, begun = Timeline(RealClock()), []
    tasks = Tasks(timeline)

    async def leaves_something_behind():
        try:
            await asyncio.sleep(60)
        finally:
            begun.append(tasks.start(asyncio.sleep(60)))

    timeline.start()
    timeline.ask(lambda: begun.append(tasks.start(leaves_something_behind())))
    timeline.drop_everything()
    timeline.ask(lambda: begun.append(tasks.start(asyncio.sleep(60))))
    timeline.stop_and_close()
    assert [task.cancelled() for task in begun] == [True, True, True]


def test_whoever_asks_finds_all_done_that_was_due():
    timeline, done = Timeline(AcceleratedClock()), []

    async def goes_many_small_steps():
        for _ in range(10_000):
            await asyncio.sleep(0)
        done.append("all")

    timeline.start()
    timeline.ask(lambda: Tasks(timeline).start(goes_many_small_steps()))
    assert timeline.ask(done.copy) == ["all"]
    timeline.stop_and_close()

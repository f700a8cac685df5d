"""Callbacks that come late, twice, shuffled or never; calls that are refused."""

import pytest
from twilio.base.exceptions import TwilioRestException

from app.telephony.local_network import Faults, Refusal

ANSWERED = "<Response><Say>Hello there, good evening.</Say></Response>"
STEPS = ["initiated", "ringing", "in-progress", "completed"]


@pytest.fixture
def steps(network, app, supporter, ring):
    """Make a call under faults and return the statuses the app heard of."""

    def call(**faults):
        app.pages["/voice"] = ANSWERED
        network.suffer(Faults(**faults))
        ring()
        return app.events()

    return call


def test_without_faults_the_steps_arrive_in_order(steps):
    assert steps() == STEPS


def test_repeated_callbacks_arrive_twice(steps):
    assert sorted(steps(repeat=True)) == sorted(STEPS * 2)


def test_a_repeated_callback_has_the_same_token(steps, network):
    steps(repeat=True)
    assert len({request.idempotency_token for request in network.requests("status")}) == len(STEPS)


def test_reordered_callbacks_all_arrive_in_another_order(steps):
    heard = steps(reorder=True, seed=3)
    assert heard != STEPS
    assert sorted(heard) == sorted(STEPS)


def test_the_same_seed_makes_the_same_disorder(steps, app):
    first = list(steps(reorder=True, repeat=True, seed=5))
    app.asked.clear()
    assert steps(reorder=True, repeat=True, seed=5) == first


def test_lost_callbacks_never_arrive(steps):
    assert steps(drop=1.0) == []


def test_some_callbacks_are_lost(steps):
    assert len(steps(drop=0.5, seed=2)) in (1, 2, 3)


def test_a_late_callback_still_tells_when_it_happened(steps, app):
    assert steps(delay=60) == STEPS
    assert app.at("/status")[0]["Timestamp"] < app.at("/status")[-1]["Timestamp"]


def test_a_repeated_turn_has_the_same_token_and_changes_nothing(steps, app, network):
    steps(repeat_turns=True)
    assert len(app.at("/voice")) == 2
    assert len({request.idempotency_token for request in network.requests("turn")}) == 1
    assert len(network.transcript()) == 1


@pytest.mark.parametrize(("status", "code"), [(500, 20500), (429, 20429)])
def test_a_call_is_refused_and_not_placed(network, client, ring, status, code):
    network.suffer(Faults(refuse=Refusal(status)))
    with pytest.raises(TwilioRestException) as error:
        ring(url="/voice")
    assert (error.value.code, client.calls.list()) == (code, [])


def test_a_call_is_refused_and_placed_all_the_same(network, client, supporter, ring):
    network.suffer(Faults(refuse=Refusal(500, placed=True)))
    with pytest.raises(TwilioRestException):
        ring()
    assert len(client.calls.list(to="+16175550123")) == 1


def test_a_refusal_can_take_its_time(network, client, supporter, ring):
    network.suffer(Faults(refuse=Refusal(None, hang=0.05, placed=True)))
    assert ring().status == "completed"


def test_refusals_end(network, supporter, ring):
    network.suffer(Faults(refuse=Refusal(429, times=1)))
    with pytest.raises(TwilioRestException):
        ring()
    assert ring().status == "completed"

"""A trial account: its notice, the key that it swallows, and the numbers that it may ring."""

import pytest

from app.telephony.local_network.own_words import NOTICE
from tests.world.patience import PATIENCE

ASK = "<Response><Gather numDigits='1' action='/accept'><Say>Press one.</Say></Gather></Response>"


@pytest.fixture
def trial(network):
    return network.account.is_on_trial().verifies("+16175550123")


@pytest.fixture
def said(network):
    return lambda: [line.text for line in network.transcript() if line.text]


@pytest.mark.usefixtures("trial")
def test_the_notice_comes_first_and_swallows_the_first_key(ring, app, supporter, said):
    app.pages["/voice"] = ASK
    supporter.then_presses("1", "2")
    ring()
    assert said() == [NOTICE, "Press one."]
    assert [form["Digits"] for form in app.at("/accept")] == ["2"]


@pytest.mark.usefixtures("trial", "supporter")
def test_without_a_key_the_call_does_not_go_on(ring, app):
    app.pages["/voice"] = ASK
    assert ring().status == "completed"
    assert app.at("/voice") == []


@pytest.mark.usefixtures("trial")
def test_a_trial_call_ends_after_ten_minutes(ring, app, supporter):
    app.pages["/voice"] = "<Response><Pause length='3600'/></Response>"
    supporter.then_presses("1")
    assert ring().duration == "600"


@pytest.fixture
def verify(network, client, supporter):
    """Ask for a number to be verified, and key in what the code becomes."""

    def verify(becomes):
        with network.standing_still():
            asked = client.validation_requests.create(phone_number="+16175550123", friendly_name="Mine")
            supporter.then_presses(becomes(asked.validation_code))
        network.wait_until_idle(PATIENCE)
        return [(one.phone_number, one.friendly_name) for one in client.outgoing_caller_ids.list()]

    return verify


def test_a_number_is_verified_by_a_code_that_is_keyed_in(verify):
    assert verify(lambda code: code) == [("+16175550123", "Mine")]


def test_another_code_verifies_nothing(verify):
    assert verify(lambda code: code[::-1] if code != code[::-1] else "000000") == []


def test_a_number_is_verified_once_and_has_to_be_one(client, network, refused):
    network.account.verifies("+16175550123")
    assert refused(lambda: client.validation_requests.create(phone_number="+16175550123")) == (400, 21450)
    assert refused(lambda: client.validation_requests.create(phone_number="6175")) == (400, 21401)
    assert [one.phone_number for one in client.outgoing_caller_ids.list(phone_number="+16175550123")] == [
        "+16175550123"
    ]

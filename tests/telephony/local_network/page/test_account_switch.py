"""The switch of the page: everything that can happen to the account happens there."""

import pytest
import requests

from app.telephony.local_network.page.happenings import HAPPENINGS
from tests.world.patience import PATIENCE

SUPPORTER, FREE = "+16175550123", "+14135550110"


@pytest.fixture
def let_happen(network):
    """Let something happen; returns the HTTP status and how the account then stands."""

    def let_happen(name, number=SUPPORTER):
        switch, events = f"{network.url}/phones/account", f"{network.url}/phones/events"
        answer = requests.post(switch, json={"happens": name, "number": number}, timeout=PATIENCE)
        return answer.status_code, requests.get(events, timeout=PATIENCE).json()["account"]

    return let_happen


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("fresh", "Trial account, active, $15.00 left. Customer profile: missing. 0 numbers."),
        ("trial", "Trial account, active, $15.00 left."),
        ("suspended", "Full account, suspended, $100.00 left."),
        ("no-money", "Full account, suspended, -$0.42 left."),
        ("in-review", "Customer profile: in review."),
        ("rejected", "Customer profile: rejected."),
        ("no-profile", "Customer profile: missing."),
        ("forbidden", "It may not call the United States."),
        ("many", "200 numbers."),
        ("lost-numbers", "0 numbers."),
    ],
)
def test_what_happens_is_told_and_can_be_undone(let_happen, name, then):
    before = let_happen("usual")[1]
    assert then in let_happen(name)[1]
    back = let_happen("usual")[1].replace("200 numbers", "1 number")
    assert (back, "It may call the United States." in back) == (before, True)


def test_one_thing_can_be_mended_without_the_others(let_happen):
    for name in ("no-money", "no-profile", "forbidden", "trial"):
        let_happen(name)
    for name in ("upgraded", "approved", "allowed"):
        let_happen(name)
    assert "Full account, suspended, $100.00 left. Customer profile: approved." in let_happen("voice")[1]
    assert "Full account, active" in let_happen("paid")[1]


def test_the_numbers_and_the_supporters_telephone_are_changed(let_happen, network, client):
    for name in ("verified", "no-voice", "sold-out"):
        assert let_happen(name)[0] == 204
    assert SUPPORTER in network.account.caller_ids
    assert client.incoming_phone_numbers.list()[0].capabilities["voice"] is False
    assert client.available_phone_numbers("US").local.list(area_code=413) == []
    let_happen("usual")
    assert client.incoming_phone_numbers.list()[0].capabilities["voice"] is True
    assert len(client.available_phone_numbers("US").local.list(area_code=413)) == 90


@pytest.mark.parametrize(
    ("name", "code", "owned"), [("too-late", 21422, 0), ("too-many", 20429, 0), ("error", 20500, 0), ("lost", 20500, 1)]
)
def test_the_next_purchase_goes_wrong(let_happen, client, refused, name, code, owned):
    let_happen(name)
    assert refused(lambda: client.incoming_phone_numbers.create(phone_number=FREE))[1] == code
    assert len(client.incoming_phone_numbers.list(phone_number=FREE)) == owned


def test_the_next_request_is_answered_with_silence(network):
    silent = network.engine.faults
    HAPPENINGS["silent"].happen(network.engine, SUPPORTER)
    assert silent.next_refusal("GET", "/2010-04-01/Accounts").hang == 30
    assert silent.next_refusal("GET", "/2010-04-01/Accounts") is None


@pytest.mark.parametrize(("name", "number"), [("miracle", SUPPORTER), ("verified", "911")])
def test_nothing_else_can_happen(let_happen, network, name, number):
    assert let_happen(name, number)[0] == 400
    assert network.account.caller_ids.all() == []

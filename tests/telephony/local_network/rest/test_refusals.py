"""What the REST API refuses, with Twilio's codes."""

import pytest
import requests
from twilio.base.exceptions import TwilioRestException

from tests.world.patience import PATIENCE

URL = "https://example.org/voice"
SUPPORTER = "+16175550123"


@pytest.fixture
def code(client, hotline):
    """Place a call and return the code of the refusal."""

    def refused(to=SUPPORTER, from_=hotline, **settings):
        with pytest.raises(TwilioRestException) as error:
            client.calls.create(to=to, from_=from_, **({"url": URL} | settings))
        return error.value.code

    return refused


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("", 21201),
        ("617", 21211),
        ("sip:someone@example.org", 21211),
        ("+11235550123", 21217),
        ("+19005550123", 21202),
        ("+15005550001", 21217),
        ("+15005550002", 21214),
        ("+15005550003", 21215),
        ("+15005550004", 21216),
    ],
)
def test_numbers_that_cannot_be_called(code, to, expected):
    assert code(to=to) == expected


@pytest.mark.parametrize(
    ("from_", "expected"), [("", 21213), ("55", 21212), ("+15005550001", 21212), ("+16175550199", 21210)]
)
def test_numbers_that_cannot_call(code, from_, expected):
    assert code(from_=from_) == expected


def test_twilios_magic_caller_is_accepted(client, network):
    with network.standing_still():
        assert client.calls.create(to=SUPPORTER, from_="+15005550006", url=URL).status == "queued"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"url": "ftp://example.org"}, 21205),
        ({"url": "nonsense"}, 21205),
        ({"url": ""}, 21205),
        ({"url": "", "twiml": "x" * 4001}, 21218),
        ({"status_callback": "https://under_score.example.org/"}, 21609),
    ],
)
def test_urls_and_documents_that_cannot_be_used(code, settings, expected):
    assert code(**settings) == expected


def test_a_wrong_token_is_refused(network, client_of):
    with pytest.raises(TwilioRestException) as error:
        client_of(network, token="wrong").calls("CA1").fetch()
    assert (error.value.status, error.value.code) == (401, 20003)


def test_no_credentials_are_refused_in_twilios_envelope(network):
    answer = requests.get(
        f"{network.url}/2010-04-01/Accounts/{network.account.credentials.sid}/Calls.json", timeout=PATIENCE
    )
    assert answer.json() == {
        "code": 20003,
        "message": "Authenticate",
        "more_info": "https://www.twilio.com/docs/errors/20003",
        "status": 401,
    }


def test_another_account_and_an_unknown_call_are_not_found(client):
    for resource in (client.api.accounts("AC" + "1" * 32), client.calls("CA" + "1" * 32)):
        with pytest.raises(TwilioRestException) as error:
            resource.fetch()
        assert (error.value.status, error.value.code) == (404, 20404)


def test_the_journal_remembers_what_the_app_asked(code, client, network):
    code(to="")
    assert [(entry.method, entry.status) for entry in network.rest_calls()] == [("POST", 400)]

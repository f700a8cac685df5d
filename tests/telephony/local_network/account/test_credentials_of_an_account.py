"""Who may ask: the owner's token, the one that follows it, an API key, and the pair for tests."""

import pytest
import requests
from twilio.rest import Client

from tests.world.patience import PATIENCE


@pytest.fixture
def credentials(network):
    return network.account.credentials


@pytest.fixture
def client_with(network, client):
    """A client of the same network that gives another name and password."""
    return lambda name, word, account=None: Client(name, word, account, http_client=client.http_client)


@pytest.fixture
def ask(network, credentials):
    """Send a request with the test credentials; returns its status and code."""

    def ask(resource, **form):
        url = f"{network.url}/2010-04-01/Accounts/{credentials.test[0]}/{resource}.json"
        answer = requests.post(url, auth=credentials.test, data=form, timeout=PATIENCE)
        return answer.status_code, answer.json().get("code")

    return ask


def test_while_the_token_is_exchanged_both_open(credentials, client_with):
    first, second = credentials.auth_token, credentials.add_second_token()
    for token in (first, second):
        assert client_with(credentials.sid, token).balance.fetch().currency == "USD"


def test_afterwards_the_second_opens_and_signs(credentials, client_with, refused, network, app, hotline):
    first, second = credentials.auth_token, credentials.add_second_token()
    credentials.promote_second_token()
    assert refused(client_with(credentials.sid, first).balance.fetch) == (401, 20003)
    network.connect_number(hotline, f"{app.url}/hotline")
    network.phone("+16175550142").dials(hotline)
    network.wait_until_idle(PATIENCE)
    assert (credentials.auth_token, app.doubts) == (second, ["hotline"])  # the app checks with the first one still
    app.doubts.clear()


def test_a_key_places_calls_and_does_not_see_the_account(credentials, client_with, refused, hotline):
    by_key = client_with(*credentials.add_key(), credentials.sid)
    call = by_key.calls.create(to="+16175550123", from_=hotline, twiml="<Response/>")
    assert call.status == "queued"
    assert refused(by_key.api.accounts(credentials.sid).fetch) == (401, 20003)
    assert refused(client_with(credentials.add_key()[0], "wrong", credentials.sid).balance.fetch) == (401, 20003)


@pytest.mark.parametrize(
    ("resource", "form", "answer"),
    [
        ("Calls", {"To": "+16175550123", "From": "+15005550006", "Url": "https://example.org"}, (201, None)),
        ("Calls", {"To": "+16175550123", "From": "+16175550100", "Url": "https://example.org"}, (400, 21210)),
        ("Calls", {"To": "+15005550002", "From": "+15005550006", "Url": "https://example.org"}, (400, 21214)),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+15005550006"}, (201, None)),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+15005550000"}, (400, 21422)),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+15005550001"}, (400, 21421)),
        ("IncomingPhoneNumbers", {"AreaCode": "500"}, (201, None)),
        ("IncomingPhoneNumbers", {"AreaCode": "533"}, (400, 21452)),
        ("OutgoingCallerIds", {"PhoneNumber": "+16175550123"}, (403, 20008)),
    ],
)
def test_the_test_credentials_try_calls_and_purchases_and_nothing_else(ask, network, resource, form, answer):
    assert ask(resource, **form) == answer
    assert (len(network.plant.numbers.all()), network.engine.exchange.legs) == (1, {})

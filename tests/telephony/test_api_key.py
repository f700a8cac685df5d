"""Calls and questions come with the API key where there is one; of the account itself the token asks."""

import pytest
from pydantic import SecretStr

from app.telephony.account.facts import Standing
from app.telephony.account.twilio_account import TwilioAccount
from app.telephony.carrier import CarrierRefused, RingRequest
from app.telephony.local_network import PhoneNetwork
from app.telephony.twilio_carrier import TwilioCarrier
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN

REQUEST = RingRequest(
    to="+16175550123",
    caller_id="+16175550110",
    answer_url="http://127.0.0.1:9/answer",
    status_url="http://127.0.0.1:9/status",
    fallback_url="http://127.0.0.1:9/fallback",
    ring_limit=25,
    time_limit=60,
)


@pytest.fixture(scope="module")
def network():
    """A carrier with a number of ours."""
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN, numbers=[REQUEST.caller_id])
    with network.running():
        yield network


@pytest.fixture
def with_key(network, settings):
    """The settings with a key of the account."""
    sid, secret = network.account.credentials.add_key()
    key = {
        "twilio_api_key_sid": sid,
        "twilio_api_key_secret": SecretStr(secret),
        "twilio_auth_token": SecretStr(AUTH_TOKEN),
    }
    return settings.model_copy(update={"twilio_api_base_url": network.url, **key})


@pytest.fixture
def only_key(with_key):
    """The same, where the token opens nothing."""
    return with_key.model_copy(update={"twilio_auth_token": SecretStr("another")})


def test_a_call_is_placed_with_the_key(only_key):
    assert TwilioCarrier(only_key).ring(REQUEST).startswith("CA")


def test_half_a_key_is_none(only_key):
    half = only_key.model_copy(update={"twilio_api_key_secret": SecretStr("")})
    with pytest.raises(CarrierRefused):
        TwilioCarrier(half).ring(REQUEST)
    assert TwilioAccount(half).takes_key() is None


def test_the_account_is_asked_with_the_token_and_all_else_with_the_key(with_key, only_key):
    assert TwilioAccount(with_key).account().standing is Standing.ACTIVE
    assert TwilioAccount(only_key).balance().currency == "USD"
    with pytest.raises(CarrierRefused):
        TwilioAccount(only_key).account()


def test_whether_the_key_is_taken_is_known(with_key):
    assert TwilioAccount(with_key).takes_key() is True
    wrong = with_key.model_copy(update={"twilio_api_key_secret": SecretStr("wrong")})
    assert TwilioAccount(wrong).takes_key() is False

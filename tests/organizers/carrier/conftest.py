"""A server whose environment names no account, beside a carrier that knows one; an admin has signed in."""

import pytest
from pydantic import SecretStr

from app.telephony.local_network import PhoneNetwork
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.conftest import CSRF

PATH = "/organizers/carrier"


@pytest.fixture
def carrier():
    """A carrier that knows our account."""
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN, calls_per_second=None)
    with network.running():
        yield network


@pytest.fixture
def settings(settings, carrier, account):
    """Settings that name this carrier and no account."""
    nothing = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
    return settings.model_copy(update={"twilio_api_base_url": carrier.url, "carrier_timeout_seconds": 0.3, **nothing})


@pytest.fixture
def account(carrier):
    """What the carrier knows of its customer."""
    return carrier.account


@pytest.fixture
def sends(signed_in):
    """What a form of these pages leads to."""
    token = CSRF.search(signed_in.reads(PATH))[1]
    return lambda path="", **form: signed_in.sends(PATH + path, csrf_token=token, **form)


@pytest.fixture
def set_up(sends):
    """The account is pasted."""
    assert sends("/account", account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN).location.endswith("done=account")

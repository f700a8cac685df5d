"""A server whose environment names no account, beside a carrier that knows one; an admin has signed in."""

import pytest
from pydantic import SecretStr

from app.store.db import close_db
from app.telephony.local_network import Faults, PhoneNetwork
from app.telephony.local_network.account.account import Account
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.conftest import CSRF
from tests.world.patience import PATIENCE

PATH = "/organizers/carrier"


@pytest.fixture(scope="module")
def usual_apps():
    """One app for all tests of a file: to make it takes longer than most of them."""
    made = {}
    yield made
    for _, app in made.values():
        close_db(app)


@pytest.fixture(scope="module")
def network():
    """One carrier for all of them."""
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN, calls_per_second=None)
    with network.running():
        yield network


@pytest.fixture
def carrier(network):
    """The carrier, where each test finds its account as it was opened."""
    network.suffer(Faults())
    network.account.numbers.remove_all()
    fresh = Account(network.account.credentials, network.account.numbers, network.account.opened)
    vars(network.account.permissions).update(vars(fresh.permissions))  # its routes hold it itself
    vars(network.account).update({**vars(fresh), "permissions": network.account.permissions})
    return network


@pytest.fixture
def carrier_timeout():
    """How many seconds the carrier is waited for: only where it is not to answer, few."""
    return PATIENCE


@pytest.fixture
def settings(settings, carrier, carrier_timeout):
    """Settings that name this carrier and no account."""
    nothing = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
    there = {"twilio_api_base_url": carrier.url, "carrier_timeout_seconds": carrier_timeout}
    return settings.model_copy(update=there | nothing)


@pytest.fixture
def account(carrier):
    """What the carrier knows of its customer."""
    return carrier.account


@pytest.fixture
def app(app):
    """The app, which has forgotten the account of the test before."""
    app.extensions["ringdown"].account.changed()
    return app


@pytest.fixture
def sends(signed_in):
    """What a form of these pages leads to."""
    token = CSRF.search(signed_in.reads(PATH))[1]
    return lambda path="", **form: signed_in.sends(PATH + path, csrf_token=token, **form)


@pytest.fixture
def set_up(sends):
    """The account is pasted."""
    assert sends("/account", account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN).location.endswith("done=account")

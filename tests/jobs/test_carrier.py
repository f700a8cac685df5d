"""A worker looks now and then how the carrier's account stands."""

import pytest
from pydantic import SecretStr

from app.carrier_setup.looked import last_looked
from app.jobs.worker import make_worker
from app.store.db import db
from app.telephony.local_network import PhoneNetwork
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN


@pytest.fixture
def network():
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN)
    with network.running():
        yield network


@pytest.fixture
def looks(another_app, network):
    """Runs the job; gives what was seen."""

    def looks(**what):
        app = another_app(twilio_api_base_url=network.url, **what)
        tasks = {name.rpartition(".")[2]: task for name, task in make_worker(app).tasks.items()}
        tasks["look_at_carrier"].func(timestamp=0)
        with app.app_context():
            seen = last_looked(db.session, ACCOUNT_SID)
        return seen[0] if seen else None

    return looks


def test_what_the_carrier_tells_is_kept(looks, network):
    network.account.is_on_trial()
    assert looks().is_trial


def test_without_an_account_nobody_is_asked(looks, network):
    assert looks(twilio_account_sid="", twilio_auth_token=SecretStr("")) is None
    assert network.rest_calls() == []

"""`flask hotline` connects the campaigns' numbers, and `flask doctor` says where they are not."""

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.store.db import db
from app.telephony.local_network import PhoneNetwork, local_credentials
from models import Campaign
from tests.world.campaign.campaigns import safe_communities

OWNED, ELSEWHERE = "+16175550100", "+16175550199"


@pytest.fixture
def network(settings):
    sid, token = local_credentials(settings.secret_key.get_secret_value())
    network = PhoneNetwork(account_sid=sid, auth_token=token, numbers=(OWNED,))
    with network.running():
        yield network


@pytest.fixture
def there(another_app, network, settings):
    """The app beside that carrier."""
    sid, token = local_credentials(settings.secret_key.get_secret_value())
    there = {"twilio_api_base_url": network.url, "twilio_account_sid": sid, "twilio_auth_token": SecretStr(token)}
    return another_app(**there, public_base_url="https://call.example.org")


@pytest.fixture
def run(there, number):
    """Runs a command where a campaign has a number."""
    number(OWNED)
    return lambda name: there.test_cli_runner().invoke(args=[name])


@pytest.fixture
def number(there):
    """Gives a campaign this number."""

    def number(e164):
        with there.app_context():
            campaign = db.session.scalar(select(Campaign)) or safe_communities()
            campaign.phone_number = e164
            db.session.add(campaign)
            db.session.commit()

    return number


def test_a_number_that_reaches_nobody_is_named_with_its_cure(run):
    said = run("doctor").output
    assert "Whoever dials (617) 555-0100 does not reach Ringdown. Press “Connect it again”" in said
    assert "or run: flask hotline" in said


def test_the_cure_cures(run, network):
    result = run("hotline")
    assert (result.exit_code, result.output) == (0, "(617) 555-0100 reaches https://call.example.org/voice/hotline\n")
    owned = network.plant.numbers.find(OWNED)
    assert owned.voice_fallback_url == "https://call.example.org/voice/hotline/fallback"
    assert owned.status_callback == "https://call.example.org/voice/hotline/status"
    assert "(617) 555-0100" not in run("doctor").output


def test_twice_does_no_harm(run):
    assert run("hotline").output == run("hotline").output


def test_a_number_whose_hanging_up_is_not_told_is_named(run, network):
    network.connect_number(OWNED, "https://call.example.org/voice/hotline")
    assert "does not tell us when callers of (617) 555-0100 hang up" in run("doctor").output


def test_a_number_of_somebody_else_is_named(run, number):
    number(ELSEWHERE)
    assert "does not own (617) 555-0199" in run("doctor").output
    result = run("hotline")
    assert (result.exit_code, "does not own (617) 555-0199" in result.output) == (1, True)


def test_without_a_carrier_it_says_what_to_set(another_app):
    result = another_app(twilio_account_sid="").test_cli_runner().invoke(args=["hotline"])
    assert (result.exit_code, "Set TWILIO_ACCOUNT_SID" in result.output) == (1, True)


def test_a_carrier_that_is_away_promises_nothing(another_app, number):
    number(OWNED)
    result = another_app().test_cli_runner().invoke(args=["hotline"])
    assert (result.exit_code, "Run: flask doctor" in result.output) == (1, True)

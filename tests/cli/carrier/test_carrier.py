"""`flask carrier` does what the pages do."""

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.store.db import db
from app.telephony.local_network import Faults, PhoneNetwork, Refusal
from models import AuditEvent, Campaign, CampaignState, CarrierSetup
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.world.campaign.campaigns import safe_communities

NUMBER = "+16175550110"
KEPT = "does not arrive at this server"  # all else is well


@pytest.fixture
def network():
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN)
    with network.running():
        yield network


@pytest.fixture
def there(another_app, network):
    """The app beside that carrier; its environment names no account."""
    nothing = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
    return another_app(**nothing, twilio_api_base_url=network.url, carrier_timeout_seconds=0.5)


@pytest.fixture
def run(there):
    return lambda *what, typed="": there.test_cli_runner().invoke(args=["carrier", *what], input=typed)


@pytest.fixture
def set_up(run):
    assert KEPT in run("account", typed=f"{ACCOUNT_SID}\n{AUTH_TOKEN}\n").output


@pytest.fixture
def draft(there):
    """A campaign without a number."""
    with there.app_context():
        campaign = safe_communities()
        campaign.state, campaign.phone_number = CampaignState.DRAFT, ""
        db.session.add(campaign)
        db.session.commit()


def test_the_token_is_asked_for_unseen_and_kept(set_up, there):
    with there.app_context():
        kept = db.session.scalars(select(CarrierSetup)).one()
        assert (kept.account_sid, kept.set_by) == (ACCOUNT_SID, "the command line")
        assert AUTH_TOKEN not in str(db.session.scalars(select(AuditEvent.after)).all())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (f"SK{'1' * 32}\n{AUTH_TOKEN}\n", "This is an API key"),
        (f"{ACCOUNT_SID}\nAC{'1' * 32}\n", "This is an account SID once more"),
        (f"{ACCOUNT_SID}\n{'1' * 32}\n", "does not know this account SID"),
    ],
)
def test_what_cannot_be_used_is_said(run, there, typed, sentence):
    result = run("account", typed=typed)
    assert (result.exit_code, sentence in result.output) == (1, True)
    with there.app_context():
        assert db.session.scalars(select(CarrierSetup.account_sid)).all() == []


def test_an_api_key_is_asked_for_its_secret_and_kept(run, there, network):
    key, secret = network.account.credentials.add_key()
    assert KEPT in run("account", "--key", key, typed=f"{ACCOUNT_SID}\n{AUTH_TOKEN}\n{secret}\n").output
    assert there.extensions["ringdown"].account.settings().twilio_api_key_secret == SecretStr(secret)
    with there.app_context():
        told = db.session.scalars(select(AuditEvent.after)).all()
    assert [one["API key"] for one in told] == [f"…{key[-4:]}"]
    assert KEPT in run("account", typed=f"{ACCOUNT_SID}\n{AUTH_TOKEN}\n").output
    assert not there.extensions["ringdown"].account.settings().has_api_key


def test_an_api_key_without_its_secret_is_not_used(run):
    result = run("account", "--key", "SK" + "1" * 32, typed=f"{ACCOUNT_SID}\n{AUTH_TOKEN}\n\n")
    assert (result.exit_code, "Paste the API key's secret too" in result.output) == (1, True)


def test_without_an_account_each_command_says_what_to_do(run):
    for what in (["status"], ["numbers"], ["search", "617"], ["buy", NUMBER], ["permit"]):
        assert "flask carrier account" in run(*what).output


def test_the_environment_comes_first(app):
    result = app.test_cli_runner().invoke(args=["carrier", "account", "--sid", "x", "--token", "y"])
    assert "This server's settings name an account" in result.output


def test_the_account_stands_as_the_page_says(set_up, run, network):
    network.account.is_on_trial().may_call(["CA"])
    output = run("status").output
    assert "The account is a trial" in output
    assert "may ring other countries" in output
    assert "United States" in run("permit").output
    assert "may ring other countries" not in run("status").output


def test_a_number_is_searched_bought_given_and_taken_back(set_up, draft, run, network, there):
    assert "The account has none" in run("numbers").output
    assert "(617) 555-0110" in run("search", "617").output
    assert "costs $1.15 each month" in run("buy", NUMBER, typed="n\n").output
    assert network.plant.numbers.all() == []
    assert "(617) 555-0110 is yours" in run("buy", NUMBER, typed="y\n").output
    assert "is yours" in run("buy", NUMBER, "--yes").output
    assert "(617) 555-0110  free" in run("numbers").output
    assert "safe-communities rings from (617) 555-0110" in run("give", NUMBER, "safe-communities").output
    assert "(617) 555-0110  safe-communities" in run("numbers").output
    assert "has no number" in run("take-back", "safe-communities").output


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (("give", "12", "safe-communities"), "is no telephone number"),
        (("give", NUMBER, "nowhere"), "There is no campaign nowhere"),
        (("give", NUMBER, "safe-communities"), "does not own this number"),
        (("search", "abc"), "there is none for sale"),
    ],
)
def test_what_cannot_be_done_is_said(set_up, draft, run, what, sentence):
    result = run(*what)
    assert (result.exit_code, sentence in result.output) == (1, True)


def test_another_campaign_s_number_is_not_given(set_up, draft, run, there):
    run("buy", NUMBER, "--yes")
    with there.app_context():
        db.session.add(Campaign(slug="theirs", phone_number=NUMBER))
        db.session.commit()
    assert "The campaign “theirs” has this number" in run("give", NUMBER, "safe-communities").output
    assert "rings from" in run("give", NUMBER, "theirs").output


def test_somebody_who_was_faster_is_told_of(set_up, run, network):
    network.account.stock.somebody_is_faster = 1
    assert "Somebody else bought it in the same moment" in run("buy", NUMBER, "--yes").output


def test_a_live_campaign_keeps_its_number(set_up, draft, run, there):
    with there.app_context():
        db.session.scalars(select(Campaign)).one().state = CampaignState.LIVE
        db.session.commit()
    assert "Pause it first" in run("take-back", "safe-communities").output


def test_a_silent_carrier_is_told_of(set_up, run, network):
    network.suffer(Faults(refuse=Refusal(status=None, hang=1.0, at="IncomingPhoneNumbers", method="GET")))
    assert "The carrier did not do it" in run("numbers").output


def test_an_account_can_be_used_no_more(set_up, run):
    assert "Nobody is rung" in run("forget").output
    assert "flask carrier account" in run("numbers").output

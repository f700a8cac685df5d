"""An API key may place the calls: tried at once beside account and token, refused in words, taken away again."""

from dataclasses import replace

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.telephony.local_network import Faults, Refusal
from models import AuditEvent, CarrierSetup
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.carrier.conftest import PATH

A_KEY = "SK" + "1" * 32


@pytest.fixture
def pastes(sends):
    """What the account is answered with this key beside it."""

    def pastes(sid, secret):
        fields = {"account_sid": ACCOUNT_SID, "auth_token": AUTH_TOKEN, "api_key_sid": sid, "api_key_secret": secret}
        return sends("/account", **fields)

    return pastes


@pytest.fixture
def key(account):
    """A key of the account, and its secret."""
    yield account.credentials.add_key()
    account.credentials.keys.clear()


@pytest.fixture
def in_force(app):
    """The settings as they are now."""
    return app.extensions["ringdown"].account.settings


def test_what_is_pasted_is_used_and_kept_encrypted(pastes, key, in_force, session, signed_in):
    sid, secret = key
    assert pastes(f" {sid}\n", f" {secret}").location.endswith("done=account")
    assert (in_force().twilio_api_key_sid, in_force().twilio_api_key_secret) == (sid, SecretStr(secret))
    assert in_force().auth_tokens == [AUTH_TOKEN]
    assert secret.encode() not in session.scalars(select(CarrierSetup.api_key_encrypted)).one()
    assert f"with the API key that ends in {sid[-4:]}" in signed_in.reads(PATH)
    assert secret not in signed_in.reads(PATH) + signed_in.reads(f"{PATH}/account")
    assert session.scalars(select(AuditEvent.after).order_by(AuditEvent.id)).all()[-1]["API key"] == f"…{sid[-4:]}"


def test_without_one_the_token_places_the_calls(set_up, signed_in, in_force):
    assert "with the auth token" in signed_in.reads(PATH)
    assert not in_force().has_api_key


@pytest.mark.parametrize(
    ("sid", "secret", "sentence"),
    [
        (A_KEY, "", "Paste the API key's secret too"),
        ("", "secret", "Paste the API key's SID too"),
        ("SK1", "secret", "An API key's SID is SK"),
        (A_KEY, A_KEY, "This is no secret of an API key"),
        (A_KEY, "a key of another account", "but not this API key"),
    ],
)
def test_what_cannot_be_used_is_not_kept(pastes, session, sid, secret, sentence):
    page = pastes(sid, secret)
    assert (page.status_code, sentence in page.text.replace("&#39;", "'")) == (422, True)
    assert session.scalars(select(CarrierSetup.account_sid)).all() in ([], [""])


def test_a_wrong_secret_is_told_of_beside_the_key(pastes, key):
    page = pastes(key[0], "wrong")
    assert 'id="api_key_sid-error"' in page.text
    assert "its secret is wrong" in page.text
    assert "wrong" not in page.text.partition('name="api_key_secret"')[2].partition(">")[0]


def test_a_carrier_that_is_silent_about_the_key_keeps_nothing(pastes, key, carrier, session):
    carrier.suffer(Faults(refuse=Refusal(status=503, at="Calls", method="GET")))
    assert "gave no answer within" in pastes(*key).text
    assert session.scalars(select(CarrierSetup.account_sid)).all() in ([], [""])


def test_the_secret_need_not_be_pasted_again_and_an_empty_key_is_used_no_more(pastes, key, in_force):
    pastes(*key)
    assert pastes(key[0], "").location.endswith("done=account")
    assert in_force().twilio_api_key_secret == SecretStr(key[1])
    assert pastes("", "").location.endswith("done=account")
    assert not in_force().has_api_key


def test_a_key_goes_with_its_account(pastes, key, sends, session):
    pastes(*key)
    sends("/account/forget")
    assert session.execute(select(CarrierSetup.api_key_sid, CarrierSetup.api_key_encrypted)).one() == ("", None)


def test_a_key_that_was_taken_back_at_the_carrier_is_told_of(pastes, key, account, sends, signed_in):
    pastes(*key)
    account.credentials.keys.clear()
    sends("")
    assert "The carrier does not take the API key" in signed_in.reads(PATH)


def test_a_suspended_account_is_not_blamed_on_the_key(pastes, key, account, signed_in):
    account.is_suspended()
    pastes(*key)
    assert "has suspended the account" in signed_in.reads(PATH)
    assert "does not take the API key" not in signed_in.reads(PATH)


def test_the_environment_s_key_comes_first_and_says_so(pastes, key, settings, signed_in, app):
    own = app.extensions["ringdown"]
    theirs = {"twilio_api_key_sid": key[0], "twilio_api_key_secret": SecretStr("wrong")}
    app.extensions["ringdown"] = replace(own, settings=settings.model_copy(update=theirs))
    page = signed_in.reads(f"{PATH}/account")
    assert "it comes before any that is typed here" in page
    assert 'name="api_key_secret"' not in page
    assert 'id="account_sid-error"' in pastes(*key).text

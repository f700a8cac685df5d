"""`flask doctor` names what is wrong, and its cure."""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from app.config import load_settings
from tests.world.time.wall_clock import WallClock

KEY = "SK" + "1" * 32


def doctor(app):
    return app.test_cli_runner().invoke(args=["doctor"])


def test_a_fresh_installation_is_well(another_app):
    nothing = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
    fresh = another_app(**nothing, twilio_api_base_url="https://api.twilio.com")
    fresh.extensions["ringdown"] = replace(fresh.extensions["ringdown"], clock=WallClock("2026-10-01 12:00"))
    result = doctor(fresh)
    assert result.exit_code == 0
    assert result.output.startswith("The carrier is Twilio (CARRIER=twilio)")
    assert result.output.endswith("All is well.\n")


def test_a_database_that_is_away_is_named(another_app):
    result = doctor(another_app(database_url="postgresql://postgres@127.0.0.1:9/none"))
    assert result.exit_code == 1
    assert "The database does not answer" in result.output


def test_missing_migrations_are_named(another_app, new_database):
    result = doctor(another_app(database_url=new_database("empty")))
    assert "flask db upgrade" in result.output


def test_an_unreachable_carrier_is_named(app):
    result = doctor(app)
    assert result.exit_code == 1
    assert "The carrier at http://127.0.0.1:9 cannot be reached" in result.output


def test_a_public_address_without_https_is_named(another_app):
    result = doctor(another_app(twilio_api_base_url="https://api.twilio.com"))
    assert "PUBLIC_BASE_URL is not https" in result.output


def test_an_account_without_its_token_is_named(another_app):
    result = doctor(another_app(twilio_auth_token=SecretStr("")))
    assert "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together" in result.output


def test_an_api_key_that_places_the_calls_is_named(another_app):
    result = doctor(another_app(twilio_api_key_sid=KEY, twilio_api_key_secret=SecretStr("secret")))
    assert "Calls are placed with the API key that ends in 1111." in result.output


def test_an_api_key_without_its_secret_is_named(another_app):
    result = doctor(another_app(twilio_api_key_sid=KEY))
    assert "An API key's SID and its secret belong together" in result.output
    assert "Calls are placed with the API key" not in result.output


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("PORT", "abc", "should be a valid integer"),
        ("LISTEN", "example.org", "must be an IP address: 127.0.0.1, or 0.0.0.0 or :: in a container"),
        ("DATABASE_URL", "garbage", "must begin with postgresql://"),
        ("PHONE_HASH_KEY", "YQ==", "must be base64 of 32 bytes"),
        ("SECRET_KEY", "x", "must be at least 16 characters"),
        ("PUBLIC_BASE_URL", "foo", "must begin with https://"),
        ("OFFICE_RING_SECONDS", "0", "should be greater than or equal to 10"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_must_be(monkeypatch, name, value, cure):
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ending:
        load_settings()
    assert f"✗ {name}: {cure}" in str(ending.value)

"""The network never starts beside live credentials."""

import pytest

from app.telephony.local_network import LiveCredentialsError, PhoneNetwork, local_credentials

SID, TOKEN = local_credentials("anything")


def test_the_same_seed_makes_the_same_credentials():
    assert local_credentials("anything") == (SID, TOKEN)
    assert local_credentials() != local_credentials()


def test_local_credentials_look_like_twilios_and_can_be_told_apart():
    assert (SID[:10], len(SID), len(TOKEN)) == ("AC00000000", 34, 32)


@pytest.mark.parametrize(
    "environment",
    [{"TWILIO_ACCOUNT_SID": "AC" + "12" * 16}, {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": "live"}],
)
def test_live_credentials_in_the_environment_stop_it(environment):
    with pytest.raises(LiveCredentialsError):
        PhoneNetwork(account_sid=SID, auth_token=TOKEN, environment=environment)


def test_live_credentials_given_stop_it():
    with pytest.raises(LiveCredentialsError):
        PhoneNetwork(account_sid="AC" + "12" * 16, auth_token="live", environment={})


def test_its_own_credentials_in_the_environment_are_fine():
    PhoneNetwork(account_sid=SID, auth_token=TOKEN, environment={"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TOKEN})

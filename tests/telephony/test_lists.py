"""Lists of the carrier: all their pages wherever its API lies, and a refusal of one as of everything else."""

from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from app.telephony.account.numbers import AccountNumbers
from app.telephony.carrier import CarrierBusy, CarrierRefused, CarrierUnknown
from app.telephony.local_network import SIGNALWIRE, PhoneNetwork
from app.telephony.twilio_carrier import TwilioCarrier
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.world.carrier.server import CarrierServer

MORE_THAN_A_PAGE = 201


@pytest.fixture
def signalwire():
    """A carrier whose API lies under a path of its own, and an account with very many numbers."""
    network = PhoneNetwork(account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN, ways=SIGNALWIRE)
    network.account.owns(MORE_THAN_A_PAGE)
    with network.running():
        yield network


@pytest.fixture
def refuses(settings):
    """What becomes of a list that is refused so."""
    with CarrierServer().running() as server:
        carrier = TwilioCarrier(settings.model_copy(update={"twilio_api_base_url": server.url}))

        def refuses(status, code=None):
            server.refuses(status, code)
            return carrier.legs_to("+16175550123", caller_id="+16175550100", since=datetime.now(UTC))

        yield refuses


@pytest.mark.parametrize("path", ["", "/api/laml"])
def test_every_page_is_found_under_a_path_of_its_own_whether_it_was_set_or_not(settings, signalwire, path):
    token = SecretStr(AUTH_TOKEN)
    there = {"carrier": "signalwire", "twilio_api_base_url": signalwire.url + path, "twilio_auth_token": token}
    assert len(AccountNumbers(settings.model_copy(update=there)).owned()) == MORE_THAN_A_PAGE
    assert {call.status for call in signalwire.rest_calls()} == {200}


@pytest.mark.parametrize(
    ("status", "code", "error"), [(401, 20003, CarrierRefused), (429, 20429, CarrierBusy), (503, 20503, CarrierUnknown)]
)
def test_a_list_that_is_refused_says_why(refuses, status, code, error):
    with pytest.raises(error) as refused:
        refuses(status, code)
    assert refused.value.code == code


def test_a_list_that_cannot_be_read_is_no_answer(settings):
    with CarrierServer().answers(200, {}).running() as server, pytest.raises(CarrierUnknown) as unknown:
        TwilioCarrier(settings.model_copy(update={"twilio_api_base_url": server.url})).child_legs("CA1")
    assert unknown.value.code is None

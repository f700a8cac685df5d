"""A campaign whose number is connected, an organizer's phone, and the page that rings it."""

import re
from contextlib import ExitStack

import pytest
from pydantic import SecretStr

from app.serving.web_server import WebServerThread, listen
from app.telephony.local_network import TWILIO, AcceleratedClock, PhoneNetwork
from app.telephony.voice_urls import HOTLINE, HOTLINE_STATUS
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.conftest import CSRF
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import PATIENCE

MINE = "+16175550123"
CODE = re.compile(r"Your code is ([\d, ]+)\.")


@pytest.fixture
def listener():
    with listen(0) as listener:
        yield listener


@pytest.fixture
def here(listener):
    """Where this server is."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def ways():
    """In the ways of which carrier the calls go."""
    return TWILIO


@pytest.fixture
def carrier(here, ways):
    """A carrier whose time goes by quickly, with one number of ours, which leads here."""
    network = PhoneNetwork(
        account_sid=ACCOUNT_SID,
        auth_token=AUTH_TOKEN,
        calls_per_second=None,
        clock=AcceleratedClock(),
        patience=60,
        ways=ways,
    )
    network.connect_number(CAMPAIGN_NUMBER, f"{here}{HOTLINE}", f"{here}{HOTLINE_STATUS}")
    with network.running():
        yield network


@pytest.fixture
def settings(settings, here, carrier, ways):
    where = {"public_base_url": here, "carrier_timeout_seconds": 10, "carrier": ways.name}
    key = {"carrier_signing_key": SecretStr(carrier.account.credentials.signing_key)}
    return settings.model_copy(update=where | key)


@pytest.fixture(autouse=True)
def served(app, listener):
    with ExitStack() as stack:
        stack.enter_context(WebServerThread(app, listener))
        yield


@pytest.fixture
def mine(carrier):
    """Their phone."""
    return carrier.phone(MINE).answers(after=2)


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}/test-call"


@pytest.fixture
def does(signed_in, at, set_up, carrier):
    """Sends a form of the page, waits until the carrier is idle, and gives what the page says then."""

    def does(path="", **typed):
        token = CSRF.search(signed_in.reads(at))[1]
        answer = signed_in.sends(at + path, csrf_token=token, **typed)
        carrier.wait_until_idle(PATIENCE)
        return answer.text if answer.status_code == 422 else signed_in.reads(answer.location.partition("#")[0])

    return does


@pytest.fixture
def code(carrier):
    """What was spoken last."""

    def code():
        heard = [CODE.search(line.text) for line in carrier.transcript()]
        return re.sub(r"\D", "", [it[1] for it in heard if it][-1])

    return code


@pytest.fixture
def confirmed(does, mine, code):
    assert "Pick up, and type the five digits" in does(phone="617-555-0123")
    assert "This is your phone" in does("/code", code=f" {code()} ")

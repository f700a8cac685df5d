"""`flask carrier test-call` does what the page “Test call” does, and tells each stop as it is reached."""

import io
import re

import pytest

from app.serving.web_server import WebServerThread, listen
from app.store.db import db
from app.team.create import create_organizer
from app.telephony.local_network import AcceleratedClock, PhoneNetwork
from app.telephony.voice_urls import HOTLINE, HOTLINE_STATUS
from models import DoNotCall, TeamRole
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, safe_communities
from tests.world.patience import PATIENCE

EMAIL, MINE = "ana@example.org", "+16175550123"
CODE = re.compile(r"Your code is ([\d, ]+)\.")


@pytest.fixture
def network():
    network = PhoneNetwork(
        account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN, calls_per_second=None, clock=AcceleratedClock(), patience=60
    )
    with network.running():
        yield network


@pytest.fixture
def there(another_app, network):
    """The app, served where the carrier finds it, with a campaign and an organizer."""
    with listen(0) as listener:
        here = f"http://127.0.0.1:{listener.getsockname()[1]}"
        network.connect_number(CAMPAIGN_NUMBER, f"{here}{HOTLINE}", f"{here}{HOTLINE_STATUS}")
        app = another_app(twilio_api_base_url=network.url, public_base_url=here, carrier_timeout_seconds=PATIENCE)
        with app.app_context():
            db.session.add(safe_communities())
            create_organizer(db.session, EMAIL, "a long password of the tests", role=TeamRole.ORGANIZER)
            db.session.commit()
        with WebServerThread(app, listener):
            yield app


class TypedWhenHeard(io.BytesIO):
    """What somebody types: their number, and then the code that was spoken to it, or another."""

    def __init__(self, network, code):
        super().__init__()
        self._network, self._code = network, code
        self._lines = [lambda: "617-555-0123", self._heard]

    def read1(self, _size=-1):
        return f"{self._lines.pop(0)()}\n".encode() if self._lines else b""

    def _heard(self):
        self._network.wait_until_idle(PATIENCE)
        spoken = [CODE.search(line.text or "") for line in self._network.transcript()]
        return self._code or [it[1] for it in spoken if it][-1]


@pytest.fixture
def run(there, network):
    def run(*what, code=""):
        arguments = ["carrier", "test-call", *(what or ("safe-communities", EMAIL))]
        return there.test_cli_runner().invoke(args=arguments, input=TypedWhenHeard(network, code))

    return run


@pytest.fixture
def mine(network):
    """Their phone."""
    return network.phone(MINE).answers(after=2).then_presses("1")


def test_each_stop_is_told_after_the_phone_was_shown_to_be_theirs(run, mine):
    first, second = run(), run()
    for said in (first.output, second.output):
        assert said.count("✓") == 8
        assert "It works. It cost $" in said
    assert ("five digits" in first.output, "five digits" in second.output) == (True, False)


def test_which_leg_failed_and_why_is_told(run, mine, network):
    run()
    network.account.is_suspended()
    result = run()
    assert (result.exit_code, "Your phone was not rung. The account at the carrier is not active" in result.output) == (
        1,
        True,
    )


def test_a_wrong_code_shows_nothing(run, mine):
    result = run(code="00000")
    assert (result.exit_code, "was not shown to be theirs" in result.output) == (1, True)


def test_whoever_asked_never_to_be_called_is_not(run, mine, there):
    with there.app_context():
        vault = there.extensions["ringdown"].vault
        db.session.add(DoNotCall(phone_hash=vault.fingerprint(MINE, purpose="do-not-call"), how="page"))
        db.session.commit()
    assert "We cannot ring this number" in run().output


def test_a_phone_is_not_rung_without_end(run, mine):
    said = [run().output for _ in range(6)]
    assert "six times within the hour" in said[-1]


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (("nowhere", EMAIL), "There is no campaign nowhere"),
        (("safe-communities", "bo@example.org"), "is not in the team"),
    ],
)
def test_who_or_what_is_not_known_is_said(run, what, sentence):
    assert sentence in run(*what).output

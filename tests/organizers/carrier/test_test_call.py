"""An organizer's own phone is rung as a supporter's is, once they have shown that it is theirs."""

import re
from contextlib import ExitStack

import pytest
from sqlalchemy import select

from app.serving.web_server import WebServerThread, listen
from app.telephony.local_network import AcceleratedClock, PhoneNetwork
from models import DoNotCall, OrganizerPhone, TestCall
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.conftest import CSRF
from tests.world.patience import PATIENCE

MINE = "+16175550123"
CODE = re.compile(r"Your code is ([\d, ]+)\.")


@pytest.fixture
def listener():
    with listen(0) as listener:
        yield listener


@pytest.fixture
def carrier():
    """A carrier whose time goes by quickly, with one number of ours."""
    network = PhoneNetwork(
        account_sid=ACCOUNT_SID,
        auth_token=AUTH_TOKEN,
        numbers=("+16175550100",),
        calls_per_second=None,
        clock=AcceleratedClock(),
        patience=60,
    )
    with network.running():
        yield network


@pytest.fixture
def settings(settings, listener):
    here = f"http://127.0.0.1:{listener.getsockname()[1]}"
    return settings.model_copy(update={"public_base_url": here, "carrier_timeout_seconds": 10})


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


def test_without_a_carrier_nobody_is_rung(signed_in, at):
    assert "No carrier is set up yet" in signed_in.reads(at)


def test_the_whole_call_is_ticked_off_and_told_what_it_cost(confirmed, does, mine, session, carrier):
    mine.then_presses("1")
    page = does("/ring")
    assert "It works." in page
    assert page.count("> done</span>") == 6
    assert "The call cost $" in page
    session.rollback()
    assert session.scalars(select(TestCall.caller_id).order_by(TestCall.id.desc())).first() == "+16175550100"


def test_a_key_that_a_trial_swallows_is_asked_for_again(confirmed, does, mine):
    mine.then_presses("5").then_presses("1")
    assert "It works." in does("/ring")


def test_whoever_presses_nothing_is_told(confirmed, does, mine):
    mine.then_presses_nothing()
    assert "We heard no key" in does("/ring")


def test_a_busy_phone_is_told_of(confirmed, does, mine):
    mine.is_busy()
    assert "Your phone was busy" in does("/ring")


def test_a_refusal_is_told_with_its_code(confirmed, does, account):
    account.has_no_profile()
    assert "The carrier refused this call, and says why under error 21216" in does("/ring")


def test_a_phone_that_is_not_theirs_is_not_rung(does, mine, session):
    does(phone="617-555-0123")
    for _ in range(4):
        assert "That is not the code" in does("/code", code="00000")
    assert "good no more" in does("/code", code="00000")
    assert "First show that it is your phone" in does("/ring")


def test_what_is_no_phone_or_no_code_is_said(does, mine):
    for typed in ("", "911", "12345", "+44 20 7183 8750", "x" * 500):
        assert "Enter your own phone number" in does(phone=typed)
    does(phone="617-555-0123")
    assert "Enter the five digits" in does("/code", code="12")


def test_whoever_asked_never_to_be_called_is_not(does, session, app):
    vault = app.extensions["ringdown"].vault
    session.add(DoNotCall(phone_hash=vault.fingerprint(MINE, purpose="do-not-call"), how="page"))
    session.commit()
    assert "We cannot ring this number" in does(phone="617-555-0123")
    assert session.scalars(select(OrganizerPhone)).all() == []


def test_six_calls_an_hour_are_enough(confirmed, does, mine):
    mine.is_busy()
    for _ in range(5):
        assert "Your phone was busy" in does("/ring")
    assert "six times within the hour" in does("/ring")
    assert "six times within the hour" in does(phone="617-555-0123")

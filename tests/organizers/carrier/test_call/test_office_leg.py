"""The second leg of a test call: the campaign's own number is dialed in the office's place, and tells what fails."""

import re
from decimal import Decimal

import pytest
import requests
from sqlalchemy import select, update

from app.telephony.local_network import SIGNALWIRE, SOMLENG, TWILIO
from models import Call, Campaign
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.carrier.test_call.conftest import MINE
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import PATIENCE

DONE = re.compile(r"> done</span></span> ([^<]+)</li>")


@pytest.fixture
def rings(confirmed, does, mine):
    """What the page says after a whole test call."""

    def rings():
        mine.then_presses("1", "1", "1")
        return does("/ring")

    return rings


@pytest.fixture
def number(carrier):
    """The campaign's number, as the carrier knows it."""
    return carrier.plant.numbers.find(CAMPAIGN_NUMBER)


@pytest.mark.parametrize("ways", [TWILIO, SIGNALWIRE, SOMLENG], ids=lambda ways: ways.name)
def test_each_leg_is_ticked_off_whatever_the_carrier_tells(rings, session, carrier):
    page = rings()
    assert "It works." in page
    assert len(DONE.findall(page)) == 8
    assert [one.signed for one in carrier.requests() if not one.signed] == []
    assert session.scalars(select(Call)).all() == []
    said = [line.text for line in carrier.transcript() if "recorded voice in place of an office" in (line.text or "")]
    assert len(said) == 1


def test_the_number_is_shown_to_itself_as_to_an_office(rings, carrier):
    rings()
    asked = [one.parameters for one in carrier.requests("turn") if one.path == "/voice/hotline"]
    assert [(one["From"], one["To"]) for one in asked] == [(CAMPAIGN_NUMBER, CAMPAIGN_NUMBER)]


def test_all_three_legs_are_paid_for(rings, carrier):
    page = rings()
    url = f"{carrier.url}/2010-04-01/Accounts/{ACCOUNT_SID}/Calls.json"
    coming_in, dialed, rung, _code = requests.get(url, auth=(ACCOUNT_SID, AUTH_TOKEN), timeout=PATIENCE).json()["calls"]
    cost = sum(abs(Decimal(leg["price"])) for leg in (coming_in, dialed, rung))
    assert f"The call cost ${cost.normalize():f}." in page


def test_a_number_that_leads_elsewhere_is_told_of(rings, number, here):
    number.voice_url = f"{here}/elsewhere"
    page = rings()
    assert "the carrier does not ask this server there" in page
    assert "You heard the recorded voice" not in DONE.findall(page)


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        ("trunk", "does not say why"),
        ("trial", "(error 21219). Upgrade the trial account"),
        ("taken", "Your phone was not rung. The campaign&#39;s number is not the account&#39;s"),
    ],
)
def test_which_leg_failed_and_why_is_told(rings, carrier, account, number, happens, sentence):
    if happens == "trunk":
        number.trunk_sid = "TK1"
    elif happens == "trial":
        account.is_on_trial().verifies(MINE)
    else:
        account.loses_its_numbers()
    page = rings()
    assert sentence in page
    assert "It works." not in page


def test_an_account_suspended_in_the_midst_is_told_of(confirmed, does, mine, account, carrier):
    mine.then_presses("1")
    real = carrier.engine.exchange.not_to_dial
    carrier.engine.exchange.not_to_dial = lambda number: (account.is_suspended(), real(number))[1]
    assert "Your phone works, but the office&#39;s leg does not. The account at the carrier is not active" in does(
        "/ring"
    )


def test_without_a_number_no_office_is_dialed_and_that_is_said(confirmed, does, mine, session, campaign, carrier):
    session.execute(update(Campaign).where(Campaign.id == campaign).values(phone_number=""))
    session.commit()
    mine.then_presses("1")
    page = does("/ring")
    assert "No office was dialed" in page
    assert len(DONE.findall(page)) == 6
    assert [one for one in carrier.requests("turn") if one.path == "/voice/hotline"] == []


def test_whoever_hangs_up_before_the_end_is_asked_to_wait_for_it(confirmed, does, mine):
    mine.then_presses("1").hangs_up_during("bridge", after=1)
    assert "wait for its end" in does("/ring")


@pytest.mark.usefixtures("set_up", "campaign")
def test_a_stranger_who_claims_to_be_the_number_hears_the_hotline(carrier, session):
    carrier.phone(CAMPAIGN_NUMBER).then_hangs_up().dials(CAMPAIGN_NUMBER)
    carrier.wait_until_idle(PATIENCE)
    assert len(session.scalars(select(Call)).all()) == 1

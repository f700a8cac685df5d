"""While something is odd about who asks for calls, a browser works for seconds first; who cannot, calls otherwise."""

import html
import json
import re

import pytest
from altcha import Challenge, Payload, solve_challenge
from sqlalchemy import func, select

from app.limits.suspicion import proof
from app.limits.suspicion.state import suspect, trust_again
from models import Call, Campaign
from tests.world.people.supporter import Supporter

PAGE = "/c/safe-communities"
CHALLENGE = re.compile(r'name="proof" value="asked" data-challenge="([^"]+)"')


@pytest.fixture(autouse=True)
def little_work(monkeypatch):
    """How much is asked is a figure; that it is asked is what is tried here."""
    monkeypatch.setattr(proof, "ROUNDS", 10)


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def suspected(session, campaign):
    suspect(session, campaign)
    session.commit()


def calls(session):
    return session.scalar(select(func.count()).select_from(Call))


def worked_out(page):
    """What the script of the page puts into the form."""
    challenge = Challenge.from_dict(json.loads(html.unescape(CHALLENGE.search(page)[1])))
    return Payload(challenge, solve_challenge(challenge)).to_base64()


def form_and_proof(supporter, **typed):
    page = supporter.opens_the_page().text
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    return {"token": token, "phone": "617 555 0123", "town": "Holyoke", "consent": "en"} | typed, worked_out(page)


def test_usually_nothing_is_asked(supporter, campaign):
    page = supporter.opens_the_page().text
    assert ("data-challenge" in page, "proof.js" in page) == (False, False)


def test_with_a_proof_they_are_rung(supporter, suspected, session):
    form, proof_of_form = form_and_proof(supporter)
    assert "/call/" in supporter.sends(form | {"proof": proof_of_form}).location
    assert calls(session) == 1


def test_it_comes_along_when_one_more_question_is_asked(supporter, suspected):
    form, proof_of_form = form_and_proof(supporter, town="Acton")
    assert f'name="proof" value="{proof_of_form}"' in supporter.sends(form | {"proof": proof_of_form}).text


def test_without_one_they_are_led_to_the_office_s_number_and_ours(supporter, suspected, session):
    page = supporter.client.get(supporter.asks_to_be_called().location).text
    assert "your browser did not show that a person does. Please call on your own phone." in page
    assert ('data-line="0"' in page, 'href="tel:+16175550100"' in page) == (True, True)
    assert calls(session) == 0


def test_without_scripts_the_page_says_so_at_once(supporter, suspected):
    told = re.search(r"<noscript>(.*?)</noscript>", supporter.opens_the_page().text)[1]
    assert "your browser cannot show that a person does. Call on your own phone, or dial our number" in told


@pytest.mark.parametrize("way", ["own", "dial"])
def test_whoever_is_not_rung_shows_nothing(supporter, suspected, way):
    answer = supporter.asks_to_be_called(**{way: "1"})
    assert ("no-proof" in answer.text, answer.status_code) == (False, 303)


@pytest.mark.parametrize(
    "made_up", ["x", "W10=", "e30=", "bnVsbA==", "eyJjaGFsbGVuZ2UiOltdLCJzb2x1dGlvbiI6W119", "9" * 5000]
)
def test_what_is_none_is_none(supporter, suspected, made_up):
    assert "/own/" in supporter.asks_to_be_called(proof=made_up).location


def test_the_proof_of_one_form_is_none_for_another(supporter, suspected):
    _, proof_of_form = form_and_proof(supporter)
    assert "/own/" in supporter.asks_to_be_called(proof=proof_of_form).location


def test_who_chose_an_easier_work_did_none(supporter, suspected):
    form, proof_of_form = form_and_proof(supporter)
    payload = Payload.from_base64(proof_of_form)
    payload.challenge.parameters.key_prefix = ""
    assert "/own/" in supporter.sends(form | {"proof": payload.to_base64()}).location


def test_who_had_the_page_before_presses_once_more(supporter, session, campaign):
    form = supporter.form()
    suspect(session)
    session.commit()
    answer = supporter.sends(form)
    assert (answer.status_code, "Nothing is lost: press the button once more." in answer.text) == (409, True)
    assert ("data-challenge" in answer.text, 'value="(•••) •••-••23"' in answer.text) == (True, True)
    assert calls(session) == 0


def test_nothing_is_asked_any_more_where_all_is_as_usual_again(supporter, session, suspected, campaign):
    trust_again(session)
    session.commit()
    assert "data-challenge" not in supporter.opens_the_page().text


@pytest.mark.parametrize(("asks", "is_asked"), [("always", True), ("never", False)])
def test_the_operator_decides_otherwise(another_app, app, session, campaign, asks, is_asked):
    suspect(session, campaign) if asks == "never" else None
    session.commit()
    there = another_app(proof_of_work=asks)
    there.test_client_class = app.test_client_class
    assert ("data-challenge" in Supporter(there.test_client()).opens_the_page().text) is is_asked


def test_to_suspect_one_campaign_is_not_to_suspect_another(session, campaign):
    suspect(session, campaign + 1)
    assert session.scalar(select(Campaign.asks_proof)) is False

"""Account SID and auth token are tried at once, and whatever is wrong with them is said in words."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.store.db import db
from app.team.create import create_organizer
from app.telephony.local_network import Faults, Refusal
from models import AuditEvent, CarrierSetup, TeamRole
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.carrier.conftest import PATH
from tests.world.workers import a_worker


def shown(signed_in):
    return signed_in.reads(PATH)


def test_without_an_account_the_page_says_what_to_do_first(signed_in):
    page = shown(signed_in)
    assert "Nobody is rung until one is set up here" in page
    assert "between one and four days" in page


def test_what_is_pasted_with_spaces_is_taken(sends, signed_in, session):
    typed = {"account_sid": f" {ACCOUNT_SID[:8]} {ACCOUNT_SID[8:]}\n", "auth_token": f"\t{AUTH_TOKEN} "}
    assert sends("/account", **typed).location.endswith("done=account")
    assert f"ends in {ACCOUNT_SID[-4:]}" in shown(signed_in)
    assert AUTH_TOKEN not in shown(signed_in) + signed_in.reads(f"{PATH}/account")
    told = session.scalars(select(AuditEvent).where(AuditEvent.subject == "the carrier's account")).one()
    assert told.after["account"] == f"…{ACCOUNT_SID[-4:]}"


@pytest.mark.parametrize(
    ("sid", "token", "sentence"),
    [
        ("", AUTH_TOKEN, "Paste the account SID"),
        (ACCOUNT_SID, "", "Paste the auth token"),
        ("SK" + "1" * 32, AUTH_TOKEN, "This is an API key"),
        (ACCOUNT_SID, "AC" + "1" * 32, "This is an account SID once more"),
        ("AC" + "1" * 32, AUTH_TOKEN, "does not know this account SID with this auth token"),
        (ACCOUNT_SID, "1" * 32, "does not know this account SID with this auth token"),
        ("ü" * 34, AUTH_TOKEN, "An account SID is AC"),
        (ACCOUNT_SID, "1" * 150, "This is too long for an auth token"),
    ],
)
def test_what_cannot_be_used_is_not_kept(sends, session, sid, token, sentence):
    page = sends("/account", account_sid=sid, auth_token=token)
    assert page.status_code == 422
    assert sentence in page.text
    assert session.scalars(select(CarrierSetup.account_sid)).all() in ([], [""])


def test_test_credentials_are_named(sends, account):
    sid, token = account.credentials.test
    page = sends("/account", account_sid=sid, auth_token=token)
    assert "These are test credentials, which ring nobody" in page.text


@pytest.mark.parametrize("carrier_timeout", [1.0])
def test_a_carrier_that_is_silent_is_waited_for_so_long_and_no_longer(sends, carrier):
    carrier.suffer(Faults(refuse=Refusal(status=None, hang=2.0, at="Accounts.json", method="GET")))
    page = sends("/account", account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN)
    assert "gave no answer within 1 seconds, so nothing was changed" in page.text
    assert ACCOUNT_SID in page.text
    assert AUTH_TOKEN not in page.text


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        ("is_on_trial", "The account is a trial"),
        ("is_suspended", "The carrier has suspended the account"),
        ("runs_out_of_money", "The carrier has suspended the account"),
        ("has_no_profile", "The account has no customer profile"),
        ("may_not_call", "The account may not ring the United States"),
    ],
)
def test_how_the_account_stands_is_said_in_words(set_up, sends, signed_in, account, happens, sentence):
    getattr(account, happens)()
    assert sends("").location.endswith("done=looked")
    assert sentence in shown(signed_in)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("draft", "was begun and not sent"),
        ("pending-review", "The carrier reviews"),
        ("in-review", "The carrier reviews"),
        ("twilio-rejected", "did not accept"),
    ],
)
def test_how_far_the_customer_profile_is_stands_there(set_up, sends, signed_in, account, status, sentence):
    account.has_profile(status)
    sends("")
    assert sentence in shown(signed_in)


def test_the_page_and_the_probe_say_the_same(session, set_up, sends, signed_in, account):
    a_worker(session)
    account.is_on_trial()
    sends("")
    probe = signed_in.opens("/readyz")
    assert probe.status_code == 200
    for line in probe.text.splitlines()[1:]:
        assert line.removeprefix("! ").partition(". ")[0] in shown(signed_in)
    assert "! The account is a trial" in probe.text


def test_nobody_but_the_united_states_is_rung_at_one_click(set_up, sends, signed_in, account):
    account.may_call(["US", "CA", "LV"])
    sends("")
    assert "The account may ring other countries" in shown(signed_in)
    assert sends("/permissions").location.endswith("done=permitted")
    assert "The United States and their territories, and nobody else." in shown(signed_in)


def test_an_account_can_be_used_no_more(set_up, sends, signed_in):
    assert sends("/account/forget").location.endswith("done=forgotten")
    assert "Nobody is rung until one is set up here" in shown(signed_in)
    assert sends("/account/forget").location.endswith("done=same")


def test_the_environment_comes_first_and_says_so(settings, sends, signed_in, app):
    own = app.extensions["ringdown"]
    app.extensions["ringdown"] = replace(own, settings=settings.model_copy(update={"twilio_account_sid": ACCOUNT_SID}))
    assert "they come before anything that is typed here" in signed_in.reads(f"{PATH}/account")
    sent = sends("/account", account_sid=ACCOUNT_SID, auth_token=AUTH_TOKEN)
    assert sent.location.endswith("done=environment")
    assert db.session.scalars(select(CarrierSetup.account_sid)).all() in ([], [""])


def test_what_one_admin_left_half_way_another_takes_up(set_up, signed_in, session):
    create_organizer(session, "bo@example.org", "a long password of the tests", role=TeamRole.ADMIN)
    session.commit()
    signed_in.signs_out()
    assert signed_in.signs_in("bo@example.org", "a long password of the tests").status_code == 302
    assert "by organizer@example.org" in shown(signed_in)


def test_while_the_account_is_in_review_a_campaign_runs_on_own_phones(set_up, sends, signed_in, account, campaign):
    account.has_profile("in-review")
    sends("")
    assert "Call me now" not in signed_in.reads("/c/safe-communities")
    account.has_profile()
    sends("")
    assert "Call me now" in signed_in.reads("/c/safe-communities")


@pytest.mark.usefixtures("set_up")
def test_a_carrier_that_is_silent_when_it_is_asked_again_is_told_of(sends, signed_in, carrier):
    carrier.suffer(Faults(refuse=Refusal(status=503, at="Accounts", method="GET")))
    answer = sends()
    assert answer.location.endswith("done=no-answer")
    assert "What stands below it told before." in signed_in.reads(answer.location)
    assert sends().location.endswith("done=looked")

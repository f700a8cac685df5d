"""The account that admins set up counts within seconds, in every process, and never before the environment's."""

from dataclasses import replace
from datetime import timedelta
from threading import Thread
from time import sleep

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.carrier_setup import in_force
from app.carrier_setup.kept import ACCEPTED_FOR, forget_credentials
from app.carrier_setup.looked import Looked, keep_looked
from app.store.db import db
from app.voice.refused import NOT_AGAIN_FOR
from models import Alert, AlertKind, CarrierSetup
from tests.carrier_setup.conftest import NOTHING_SET
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.world.database.counting import StatementCounter

ANOTHER = "another token of the same account"


def test_without_an_account_nobody_is_let_in(carrier_asks):
    assert carrier_asks() == 403


def test_what_is_set_up_here_opens_the_door_at_once(keep, carrier_asks):
    keep()
    assert carrier_asks() == 200


def test_the_token_is_kept_encrypted(keep, session):
    keep()
    assert AUTH_TOKEN.encode() not in session.scalars(select(CarrierSetup.token_encrypted)).one()


def test_the_token_before_is_good_for_a_day(keep, carrier_asks, at_hand):
    keep()
    keep(ANOTHER)
    assert {carrier_asks(), carrier_asks(ANOTHER)} == {200}
    keep(now=at_hand.clock() - 2 * ACCEPTED_FOR)
    keep(ANOTHER, now=at_hand.clock() - ACCEPTED_FOR - timedelta(seconds=1))
    assert (carrier_asks(), carrier_asks(ANOTHER)) == (403, 200)


def test_the_token_of_another_account_is_good_no_more(keep, carrier_asks):
    keep()
    keep(ANOTHER, sid="AC" + "2" * 32)
    assert carrier_asks() == 403


def test_another_process_knows_within_a_second_once_a_signature_does_not_fit(keep, carrier_asks, at_hand):
    assert at_hand.account.settings().twilio_account_sid == ""
    keep(tells=False)
    sleep(in_force.AT_ONCE)
    assert carrier_asks() == 200


def test_a_request_takes_no_statement_to_know_it(keep, carrier_asks, bare, at_hand):
    keep()
    at_hand.account.settings()
    with bare.app_context(), StatementCounter(db.engine) as counter:
        assert carrier_asks() == 200
    assert counter.statements == []


def sees(app, **what):
    """Somebody looked at the account, and this is what the carrier told."""
    own = app.extensions["ringdown"]
    with app.app_context():
        keep_looked(db.session, Looked(account_sid=ACCOUNT_SID, **what), own.clock())
        db.session.commit()
    own.account.changed()


LETS_RING = pytest.mark.parametrize(
    ("what", "rings"),
    [({}, True), ({"profile": "approved"}, True), ({"profile": "in-review"}, False), ({"is_trial": True}, False)],
)


@LETS_RING
def test_nobody_is_rung_before_the_carrier_lets_the_account(keep, bare, at_hand, what, rings):
    assert not at_hand.account.may_ring()
    keep()
    sees(bare, **what)
    assert at_hand.account.may_ring() is rings


@LETS_RING
def test_nor_before_it_lets_the_environment_s(another_app, what, rings):
    named = another_app()
    assert named.extensions["ringdown"].account.may_ring()
    sees(named, **what)
    assert named.extensions["ringdown"].account.may_ring() is rings


def test_the_environment_comes_first(app, session, settings):
    session.add(CarrierSetup(account_sid="AC" + "2" * 32, token_encrypted=b"x"))
    session.commit()
    assert app.extensions["ringdown"].account.settings() == settings


def test_what_other_keys_encrypted_opens_nothing(keep, carrier_asks, bare, at_hand):
    keep()
    with bare.app_context():
        db.session.scalars(select(CarrierSetup)).one().token_encrypted = b"\0" * 40
        db.session.commit()
    at_hand.account.changed()
    assert carrier_asks() == 403


def test_a_database_that_is_away_leaves_what_was_known(another_app):
    away = another_app(**NOTHING_SET, database_url="postgresql://postgres@127.0.0.1:9/none")
    assert away.extensions["ringdown"].account.settings().twilio_account_sid == ""


def test_it_can_be_taken_away_again(keep, carrier_asks, bare, at_hand):
    keep()
    with bare.app_context():
        forget_credentials(db.session)
        db.session.commit()
    at_hand.account.changed()
    assert carrier_asks() == 403
    assert at_hand.account.settings().twilio_auth_token == SecretStr("")


@pytest.fixture
def call_path(at_hand):
    """An address that only the carrier was told."""
    return f"/voice/{at_hand.voice_urls(1).token}/fallback"


def test_a_run_of_wrong_signatures_asks_whether_the_token_was_changed(keep, carrier_asks, call_path, session):
    keep()
    for _ in range(5):
        assert carrier_asks(ANOTHER, call_path) == 403
    alert = session.scalars(select(Alert)).one()
    assert (alert.kind, alert.link, alert.over_at) == (AlertKind.TOKEN_CHANGED, "/organizers/carrier", None)
    assert "Was the token changed there?" in alert.sentence
    assert carrier_asks(path=call_path) == 200
    session.rollback()
    assert session.scalars(select(Alert)).one().over_at


def test_a_second_run_within_minutes_is_told_once_they_are_over(keep, carrier_asks, session, call_path, bare):
    keep()
    runs = [carrier_asks(ANOTHER, call_path) for _ in range(5)]
    assert [*runs, carrier_asks(path=call_path)] == [403] * 5 + [200]
    assert {carrier_asks(ANOTHER, call_path) for _ in range(12)} == {403}
    assert session.scalars(select(Alert)).one().over_at
    later = bare.extensions["ringdown"].clock() + NOT_AGAIN_FOR
    bare.extensions["ringdown"] = replace(bare.extensions["ringdown"], clock=lambda: later)
    assert carrier_asks(ANOTHER, call_path) == 403
    session.rollback()
    assert session.scalars(select(Alert).where(Alert.over_at.is_(None))).one().kind == AlertKind.TOKEN_CHANGED


@pytest.mark.parametrize("path", ["/voice/not-a-call/fallback", "/voice/reached"])
def test_strangers_cannot_make_it_look_so(keep, carrier_asks, session, path):
    keep()
    assert {carrier_asks(ANOTHER, path) for _ in range(12)} == {403}
    assert session.scalars(select(Alert)).all() == []


def test_whoever_asks_while_the_first_one_reads_waits_for_it(at_hand, session):
    """A call that is placed just then tells the carrier of the document, too."""
    session.add(CarrierSetup(fallback_url="https://example.org/sorry.xml"))
    session.commit()
    told, threads = [], []

    def meanwhile():
        threads.append(Thread(target=lambda: told.append(account.fallback_url())))
        threads[0].start()
        threads[0].join(0.05)
        return session.get_bind()

    account = in_force.AccountInForce(at_hand.settings, at_hand.vault, at_hand.clock, meanwhile)
    told.append(account.fallback_url())
    threads[0].join()
    assert told == ["https://example.org/sorry.xml"] * 2

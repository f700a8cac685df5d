"""The doctor says when an old key may go, and what to do where one went too early."""

from datetime import timedelta

import pytest

from app.carrier_setup.kept import kept_setup, settings_with
from app.clock import utc_now
from app.readiness.check import Weight
from app.readiness.kept import kept_checks
from app.readiness.keys.older import KEPT_BY_OTHERS, MAY_GO, older_key_checks
from tests.world.server.sealed import NEW, OLD


@pytest.fixture
def told(session, server):
    """What the doctor says to whoever has these keys, so long from now."""

    def told(*keys, later=timedelta()):
        return list(older_key_checks(session, server.config(*keys), utc_now() + later))

    return told


@pytest.fixture
def told_of_account(session, server):
    """What it says of the account with the carrier."""

    def told_of_account(*keys):
        config = settings_with(kept_setup(session), server.config(*keys), server.vault(*keys), utc_now())
        return [str(check) for check in kept_checks(session, config)]

    return told_of_account


def test_with_one_key_that_opens_everything_there_is_nothing_to_tell(told, told_of_account):
    assert (told(OLD), told_of_account(OLD)) == ([], [])


def test_what_an_old_key_alone_opens_is_counted(told):
    (check,) = told(NEW, OLD)
    assert check.sentence == (
        "An old key in PHONE_ENCRYPTION_KEYS may not go yet: it alone opens the carrier's account (1), its token of "
        "before (1), its API key (1), organizers' own phones (1), codes for these (1), unsent forms (1), "
        "authenticator apps (1), keys in KEYS_PATH (2)."
    )


def test_to_look_changes_nothing(told, server):
    assert told(NEW, OLD) == told(NEW, OLD)


def test_it_may_go_a_day_after_all_was_sealed_anew(told, server):
    server.seals_anew(NEW, OLD)
    (check,) = told(NEW, OLD)
    assert "may not go yet: letters and pages sent before the first one was first are good until" in check.sentence
    assert told(NEW, OLD, later=KEPT_BY_OTHERS) == [MAY_GO]
    assert told(NEW) == []


def test_a_key_behind_the_first_may_not_go_before_a_worker_knows_them(told, server):
    server.seals_anew(NEW, OLD)
    (check,) = told(OLD, NEW, later=KEPT_BY_OTHERS)
    assert "it alone opens the carrier's account" in check.sentence


def test_what_is_sealed_before_that_begins_again_when_another_key_is_the_first(told, server, session):
    server.seals_anew(NEW, OLD)
    server.seals_anew(OLD, NEW)
    (check,) = told(OLD, NEW)
    assert "are good until" in check.sentence
    server.seals_anew(NEW, OLD)
    assert told(NEW, OLD, later=KEPT_BY_OTHERS) == [MAY_GO]


def test_before_any_worker_came_that_has_them_nothing_may_go(told, server, session):
    (check,) = told(OLD, NEW, later=KEPT_BY_OTHERS)
    assert "no worker has begun" in check.sentence


def test_a_restored_backup_brings_old_seals_back_and_the_worker_seals_them_anew(told, server):
    server.seals_anew(NEW, OLD)
    server.seals(OLD)
    assert "it alone opens the carrier's account" in told(NEW, OLD, later=KEPT_BY_OTHERS)[0].sentence
    server.seals_anew(NEW, OLD)
    assert told(NEW, OLD, later=KEPT_BY_OTHERS) == [MAY_GO]


def test_an_account_that_no_key_opens_is_told_with_what_helps(told_of_account):
    (told,) = told_of_account(NEW)[:1]
    assert told.startswith("The account that was set up under “Carrier” cannot be opened: nobody is rung.")
    assert "PHONE_ENCRYPTION_KEYS" in told
    assert "paste account SID and auth token under “Carrier” again" in told
    assert not any("Set both" in one for one in told_of_account(NEW))


def test_an_api_key_that_no_key_opens_is_told_with_what_helps(told_of_account, session):
    kept_setup(session).api_key_encrypted = b"of another key"
    session.commit()
    (told,) = told_of_account(OLD)
    assert told.startswith("The API key that was set up under “Carrier” cannot be opened")


def test_half_an_account_of_the_environment_is_told_as_ever(session, server):
    half = server.config(NEW).model_copy(update={"twilio_account_sid": "AC" + "9" * 32})
    assert "Set both" in str(kept_checks(session, half)[0])


def test_authenticators_and_days_keys_that_no_key_opens_are_told(told):
    apps, days = told(NEW)
    assert (apps.weight, apps.sentence) == (Weight.WARNS, "No key opens 1 of the authenticator apps.")
    assert "flask team reset-second-factor" in apps.cure
    assert (days.weight, days.sentence.split(",")[0]) == (Weight.HINTS, "No key opens 2 of the keys in KEYS_PATH")

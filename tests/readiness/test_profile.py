"""The doctor says in whose ways calls are made, and what these ways ask to be set."""

import pytest
from pydantic import SecretStr

from app.readiness.carrier import carrier_checks
from app.readiness.check import Weight
from app.readiness.profile import profile_told


@pytest.fixture
def checks(settings):
    """What is found about a carrier's ways with these settings."""
    return lambda **what: list(carrier_checks(settings.model_copy(update=what), None))


@pytest.mark.parametrize("carrier", ["twilio", "signalwire"])
def test_a_carrier_that_can_do_everything_is_named(settings, carrier):
    told = profile_told(settings.model_copy(update={"carrier": carrier}))
    assert told.endswith(f"(CARRIER={carrier}): calls can do all that they are made for.")


def test_what_a_carrier_cannot_do_is_told(settings):
    told = profile_told(settings.model_copy(update={"carrier": "somleng"}))
    assert told.startswith("The carrier is Somleng (CARRIER=somleng): callers use keys alone,")
    assert [what for what in ("star", "line", "machines") if what not in told] == []


def test_a_signing_key_that_is_missing_is_named(checks):
    (check,) = checks(carrier="signalwire")
    assert (check.weight, "CARRIER_SIGNING_KEY" in check.cure) == (Weight.WARNS, True)
    assert checks(carrier="signalwire", carrier_signing_key=SecretStr("a key")) == []


def test_machines_are_not_listened_for_where_nobody_can(checks):
    (check,) = checks(carrier="somleng", machine_detection=True)
    assert (check.weight, "MACHINE_DETECTION" in check.sentence) == (Weight.HINTS, True)
    assert checks(machine_detection=True) == []

"""`flask doctor` says for what the carrier rings nobody, and what to do."""

from datetime import UTC, datetime

from app.limits.pausing import Asked, pause_for
from app.readiness.check import About, Weight
from app.readiness.pauses import pause_checks
from app.telephony.faults import fault_of

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)


def test_it_says_cause_and_cure(session):
    pause_for(session, fault_of(20005), Asked(1, b"one"), NOW)
    (check,) = pause_checks(session, NOW)
    assert (check.about, check.weight) == (About.CARRIER, Weight.WARNS)
    assert "(error 20005)" in check.sentence
    assert "pay what is due" in check.cure


def test_one_failure_of_the_carriers_is_nothing_yet(session):
    pause_for(session, fault_of(None), Asked(1, b"one"), NOW)
    assert list(pause_checks(session, NOW)) == []

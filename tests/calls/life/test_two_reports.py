"""Two reports on one leg: where one of them says that people talked, they did."""

import pytest

from models import LineOutcome

OTHERWISE = ["no-answer", "busy", "failed", "canceled"]


@pytest.mark.parametrize("talked_first", [True, False])
@pytest.mark.parametrize("otherwise", OTHERWISE)
def test_two_status_reports(bridged, fresh, call, otherwise, talked_first):
    told = [(otherwise, "0"), ("completed", "42")]
    for number, (status, seconds) in enumerate(reversed(told) if talked_first else told):
        bridged.reports(status, number, office=True, at=108, CallDuration=seconds)
    assert (fresh(call.id).line_outcome, fresh(call.id).talk_seconds) == (LineOutcome.ANSWERED, 42)


@pytest.mark.parametrize("otherwise", OTHERWISE)
def test_a_bridge_that_ended_otherwise_than_its_leg(bridged, fresh, call, otherwise):
    bridged.reports("completed", 0, office=True, at=108, CallDuration="42")
    bridge = {"DialCallStatus": otherwise, "DialCallSid": bridged.office_leg}
    assert "How did it go?" in bridged.asks("after/connect/0/3", **bridge).get_data(as_text=True)
    assert (fresh(call.id).line_outcome, fresh(call.id).talk_seconds) == (LineOutcome.ANSWERED, 42)


def test_a_leg_that_was_completed_without_a_second_says_nothing_against_it(bridged, fresh, call):
    bridged.reports("no-answer", 0, office=True, at=108)
    bridged.reports("completed", 1, office=True, at=108, CallDuration="0")
    assert fresh(call.id).line_outcome is LineOutcome.NO_ANSWER

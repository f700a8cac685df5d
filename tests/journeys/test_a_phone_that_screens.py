"""A phone that answers by itself, listens, and only then rings: it hears who calls, and its person is waited for."""

import pytest

from models import CallStatus, EndReason, LineOutcome
from voice_flows.words import WORDS

LISTENS, RINGS = 7.0, 14.0  # seconds after it picked up
LASTS = 5.5  # what it is told
WHO = "Hello. This is an automated call from Massachusetts Neighbors Together. You asked for this call."


@pytest.fixture
def screening(world, office):
    """The supporter's phone; told when its person takes it, where they do."""
    office.answers(after=6).talks_for(42)
    return world.supporter_phone.screens_callers


def picked_up_at(lines):
    return next(line.at for line in lines if line.who == "supporter")


def test_it_hears_who_is_calling_whole_before_it_rings(world, screening):
    screening()
    world.supporter_asks_to_be_called()
    lines = world.everything.network.transcript()
    began = picked_up_at(lines)
    at = [line.at - began for line in lines if line.text == WHO]
    assert [second for second in at if LISTENS <= second <= RINGS - LASTS], at


def test_whoever_takes_it_late_is_connected(world, screening, call_log):
    screening(taken_after=25.0).then_presses("1", "1", "1")
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.line_outcome, call.talk_seconds) == (CallStatus.COMPLETED, LineOutcome.ANSWERED, 42)


def test_what_nobody_takes_ends_as_not_reached(world, screening, call_log):
    screening()
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.end_reason, call.line_outcome) == (CallStatus.COMPLETED, EndReason.NO_KEY, None)
    assert WORDS["en"]["no_key"] in world.program_says()
    assert 60 <= call.total_seconds <= 85  # the last of them are our goodbye

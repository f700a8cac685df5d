"""The life of a call and of a leg: forward only, and always to an ending."""

from graphlib import TopologicalSorter

import pytest

from models import ENDINGS, IN_FLIGHT, LEG_ENDINGS, CallStatus, LegStatus, leg_may_come_before, may_come_before
from models.call import MAY_FOLLOW


def test_a_call_is_agreed_for_later_or_in_flight_or_over():
    assert set(CallStatus) - {CallStatus.SCHEDULED} == IN_FLIGHT | ENDINGS


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_nothing_follows_an_ending(ending):
    assert not [status for status in CallStatus if ending in may_come_before(status)]


@pytest.mark.parametrize("status", sorted(IN_FLIGHT))
def test_every_status_can_reach_an_ending(status):
    assert MAY_FOLLOW[status] & ENDINGS


@pytest.mark.parametrize("status", sorted(IN_FLIGHT))
def test_every_call_in_flight_can_fail_and_be_canceled(status):
    assert {CallStatus.FAILED, CallStatus.CANCELED} <= MAY_FOLLOW[status]


def test_no_status_comes_back():
    TopologicalSorter(MAY_FOLLOW).prepare()  # raises if there is a cycle


def test_a_call_that_was_never_rung_cannot_be_answered():
    assert MAY_FOLLOW[CallStatus.REQUESTED] == {CallStatus.DIALING, CallStatus.CANCELED, CallStatus.FAILED}


def test_a_call_that_was_answered_cannot_have_been_busy():
    assert not MAY_FOLLOW[CallStatus.ANSWERED] & {CallStatus.BUSY, CallStatus.NO_ANSWER}


@pytest.mark.parametrize("status", sorted(LegStatus))
def test_no_leg_comes_back_from_its_end(status):
    assert not leg_may_come_before(status) & LEG_ENDINGS


@pytest.mark.parametrize("ending", sorted(LEG_ENDINGS))
def test_a_leg_can_end_at_any_time(ending):
    assert leg_may_come_before(ending) == set(LegStatus) - LEG_ENDINGS


def test_a_leg_never_goes_back():
    TopologicalSorter({status: leg_may_come_before(status) for status in LegStatus}).prepare()

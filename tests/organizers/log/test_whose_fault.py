"""The page of a call says why the carrier rang nobody: code, meaning and cure."""

from html import unescape

import pytest

from app.calls.life.refusals import keep_refusal
from app.telephony.faults import FAULTS, fault_of
from models import CallStatus, EndReason, LegStatus
from tests.organizers.conftest import NOON

SOME = [21211, 20005, 21210, 20429, 0]


@pytest.fixture
def read(signed_in):
    return lambda call: unescape(signed_in.reads(f"/organizers/calls/{call.id}"))


@pytest.mark.parametrize("code", SOME)
def test_code_meaning_and_cure_stand_there(read, called, session, code):
    call = called(status=CallStatus.FAILED, end_reason=EndReason.REFUSED_TO_US)
    keep_refusal(session, call.id, fault_of(code), NOON)
    session.commit()
    page = read(call)
    assert [words for words in (FAULTS[code].said, FAULTS[code].cure) if words not in page] == []


def test_what_the_carrier_told_of_a_phone_counts_too(read, called, told):
    call = called(status=CallStatus.FAILED)
    told(call, LegStatus.FAILED, ErrorCode="32205")
    assert FAULTS[32205].said in read(call)


def test_a_call_like_any_other_says_nothing_of_that(read, called):
    assert "Carrier said" not in read(called())

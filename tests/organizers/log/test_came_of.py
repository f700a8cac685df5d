"""A row says what came of a call, whatever its carrier calls it."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from app.calls.shown.log.came_of import came_of, disagree
from app.calls.shown.log.row import LogOffice, LogRow
from app.organizers.came_of import CAME_OF, call_title, came_of_word, how_known
from models import (
    CallSource,
    CallStatus,
    EndReason,
    LineOutcome,
    PassedOver,
    ReportedOutcome,
    ReportSource,
    Wording,
)

OFFICE = LogOffice(
    rank=0,
    nth=1,
    representative="Pat Duffy",
    district="5th Hampden",
    how_found="town",
    line_kind=None,
    wording=Wording.ASK,
    passed_over=None,
    leg_status=None,
    reported_outcome=None,
)
CALL = LogRow(
    id=1,
    campaign_id=1,
    created_at=datetime(2026, 11, 23, 17, tzinfo=UTC),
    ended_at=None,
    source=CallSource.WEB,
    rehearsal=False,
    campaign="a bill",
    town="Holyoke",
    status=CallStatus.COMPLETED,
    end_reason=None,
    line_outcome=None,
    reported_outcome=None,
    reported_source=None,
    ring_seconds=None,
    talk_seconds=None,
    total_seconds=None,
    phone_encrypted=None,
    room=None,
    pressed_one=False,
    offices=(OFFICE,),
)
PAGE = {"reported_source": ReportSource.PAGE}
ANSWERED = {"line_outcome": LineOutcome.ANSWERED}
ALSO_BY = "told on the page"
HOTLINE = {"source": CallSource.HOTLINE}


def said(outcome, **more):
    return {"reported_outcome": outcome, **PAGE, **more}


@pytest.mark.parametrize(
    ("facts", "word", "known"),
    [
        ({**ANSWERED, "talk_seconds": 134}, "Talked to the office 2:14", "as its line shows; nobody told us"),
        (said(ReportedOutcome.CONTACT, **ANSWERED, talk_seconds=6), "Talked to the office 0:06", ALSO_BY),
        ({**ANSWERED, "talk_seconds": 34}, "Office picked up 0:34", "as its line shows; nobody told us"),
        ({**ANSWERED}, "Office picked up", "as its line shows; nobody told us"),
        (said(ReportedOutcome.VOICEMAIL, **ANSWERED, talk_seconds=40), "Left a message 0:40", ALSO_BY),
        (said(ReportedOutcome.MAILBOX_FULL, **ANSWERED, talk_seconds=40), "Mailbox full", ALSO_BY),
        (said(ReportedOutcome.SKIP, **ANSWERED, talk_seconds=9), "Office picked up 0:09", "told on the page: stopped"),
        (
            said(ReportedOutcome.UNAVAILABLE, **ANSWERED, talk_seconds=9),
            "Picked up, reached nobody 0:09",
            "the line showed: answered; told on the page",
        ),
        (
            said(ReportedOutcome.CONTACT, line_outcome=LineOutcome.BUSY),
            "Office busy",
            "the line showed: busy; told on the page: talked to someone",
        ),
        (
            said(ReportedOutcome.CONTACT, line_outcome=LineOutcome.BUSY, reported_source=ReportSource.ORGANIZER),
            "Talked to the office",
            "the line showed: busy; corrected by an organizer",
        ),
        (
            said(ReportedOutcome.SKIP, line_outcome=LineOutcome.BUSY, reported_source=ReportSource.ORGANIZER),
            "Office busy",
            "corrected by an organizer: nobody knows more than the line",
        ),
        ({"line_outcome": LineOutcome.NO_ANSWER}, "Office did not pick up", ""),
        ({}, "Hung up in the greeting", ""),
        ({"pressed_one": True}, "Hung up before the office rang", ""),
        ({"end_reason": EndReason.NO_KEY}, "Pressed nothing", "not reached: nobody pressed 1"),
        ({"status": CallStatus.NO_ANSWER}, "Never picked up", ""),
        ({"status": CallStatus.BUSY}, "Supporter's phone busy", ""),
        ({"status": CallStatus.FAILED}, "Not reached", ""),
        ({"status": CallStatus.CANCELED, "end_reason": EndReason.QUIET_HOURS}, "Not rung", "it had become night"),
        ({"end_reason": EndReason.REFUSED}, "Asked not to be called", ""),
        ({"status": CallStatus.TALKING}, "Talking", ""),
        ({**HOTLINE, "town": "", "offices": ()}, "Did not say where they live", ""),
        ({**HOTLINE}, "Hung up before the office rang", ""),
        ({"offices": (replace(OFFICE, passed_over=PassedOver.VACANT),), "pressed_one": True}, "No office to ring", ""),
        (
            said(ReportedOutcome.CONTACT, source=CallSource.OWN_PHONE),
            "Told us: own phone",
            f"{ALSO_BY}: talked to someone",
        ),
        (said(ReportedOutcome.WROTE, source=CallSource.OWN_PHONE), "Told us: wrote to them", ALSO_BY),
    ],
)
def test_a_call_is_told_in_true_words(facts, word, known):
    call = replace(CALL, **facts)
    assert (came_of_word(call).text, how_known(call)) == (word, known)


def test_there_is_a_word_for_whatever_may_be():
    kinds = (CallSource, CallStatus, [*EndReason, None], [*LineOutcome, None], [*ReportedOutcome, None])
    names = ("source", "status", "end_reason", "line_outcome", "reported_outcome")
    found = {came_of(replace(CALL, **dict(zip(names, values, strict=True)))) for values in product(*kinds)}
    assert found <= CAME_OF.keys()
    assert all("ompleted" not in word.text for word in CAME_OF.values())


@pytest.mark.parametrize(
    ("line", "told", "odd"),
    [
        (LineOutcome.ANSWERED, ReportedOutcome.UNAVAILABLE, True),
        (LineOutcome.ANSWERED, ReportedOutcome.VOICEMAIL, False),
        (LineOutcome.FAILED, ReportedOutcome.VOICEMAIL, True),
        (LineOutcome.BUSY, ReportedOutcome.UNAVAILABLE, False),
        (None, ReportedOutcome.CONTACT, False),
        (LineOutcome.BUSY, None, False),
    ],
)
def test_the_line_and_its_supporter_disagree_only_where_both_cannot_be_true(line, told, odd):
    assert disagree(line, told) is odd


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({}, "Holyoke to Pat Duffy"),
        ({"offices": (replace(OFFICE, representative=None),)}, "Holyoke to a vacant seat"),
        ({**HOTLINE, "town": "", "offices": ()}, "Somebody on the hotline who did not say where they live"),
        (
            {**HOTLINE, "town": "", "offices": (), "status": CallStatus.ANSWERED},
            "Somebody on the hotline who has not said yet where they live",
        ),
        ({"source": CallSource.CALL_BACK, "town": "", "offices": ()}, "We ring back a number that asked for peace"),
        ({"town": "", "offices": ()}, "A call that came to no office"),
    ],
)
def test_a_call_without_a_place_has_a_title_of_its_own(facts, title):
    assert call_title(replace(CALL, **facts)) == title

"""The log as organizers see it."""

import re
from html import unescape

import pytest
from sqlalchemy.orm import Session

from app.organizers.log.filters import NO_CAMPAIGN, NO_DAY, NO_OUTCOME
from models import CallStatus, EndReason, LineOutcome, ReportedOutcome, ReportSource
from tests.organizers.conftest import Called, Organizer

HOSTILE = '<script>alert("x")</script>'
LYNN = '<td class="town">Lynn</td>'
OLDER = re.compile(r'rel="next" href="([^"]+)"')


def test_an_empty_log_says_what_to_do_next(signed_in: Organizer) -> None:
    assert "No calls yet" in signed_in.reads()


def test_asking_for_rehearsals_too_does_not_make_an_empty_log_a_narrow_one(signed_in: Organizer) -> None:
    assert "No calls yet" in signed_in.reads(rehearsals="1")


def test_a_filter_that_fits_nothing_says_so(signed_in: Organizer, called: Called) -> None:
    called()
    assert "No call fits" in signed_in.reads(outcome="said-wrong-number")


def test_a_row_says_in_words_what_came_of_the_call(signed_in: Organizer, called: Called) -> None:
    said = {"reported_outcome": ReportedOutcome.CONTACT, "reported_source": ReportSource.KEYPAD}
    called(line_outcome=LineOutcome.ANSWERED, ring_seconds=8, talk_seconds=75, **said)
    page = signed_in.reads()
    shown = ("Nov 23", "12:00 PM", "Pat Duffy", "Answered", "Talked to someone", "by keypad", "8 s", "1:15")
    assert [text for text in shown if text not in page] == []


def test_a_call_that_nobody_accepted_says_why(signed_in: Organizer, called: Called) -> None:
    called(status=CallStatus.COMPLETED, end_reason=EndReason.NO_KEY)
    assert "nobody pressed 1" in signed_in.reads()


def test_no_page_shows_a_whole_number(signed_in: Organizer, called: Called) -> None:
    call = called(phone="+14135550187")
    pages = signed_in.reads() + signed_in.reads(f"/organizers/calls/{call.id}")
    digits = re.sub(r"\D", "", re.sub(r'(datetime|value)="[^"]*"', "", pages))
    assert ("4135550187" in digits, "(•••) •••-••87" in pages) == (False, True)


def test_hostile_text_is_only_text(signed_in: Organizer, called: Called) -> None:
    called(town=HOSTILE)
    page = signed_in.reads()
    assert (HOSTILE in page, HOSTILE in unescape(page)) == (False, True)


def test_filters_are_kept_in_the_form_and_in_the_link_to_older_calls(signed_in: Organizer, called: Called) -> None:
    for _ in range(51):
        called()
    page = signed_in.reads(outcome="ended-completed", day="2026-11-23")
    assert 'value="ended-completed" selected' in page
    assert "from=2026-11-23&amp;to=2026-11-23&amp;outcome=ended-completed" in OLDER.search(page)[1]


def test_older_calls_follow_without_gap_or_repeat(signed_in: Organizer, called: Called) -> None:
    ids = {called().id for _ in range(101)}
    found, where = [], "/organizers/calls"
    while where:
        page = signed_in.reads(where)
        found += re.findall(r'href="/organizers/calls/(\d+)"', page)
        link = OLDER.search(page)
        where = unescape(link[1]) if link else ""
    assert sorted(map(int, found)) == sorted(ids)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("campaign", "999", NO_CAMPAIGN),
        ("campaign", "9" * 9000, NO_CAMPAIGN),
        ("campaign", "\0", NO_CAMPAIGN),
        ("outcome", "' OR 1=1", NO_OUTCOME),
        ("day", "2026-02-30", NO_DAY),
        ("day", "9999-12-31", NO_DAY),
        ("day", "0001-01-01", NO_DAY),
        ("day", HOSTILE, NO_DAY),
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(
    signed_in: Organizer, called: Called, name: str, value: str, problem: str
) -> None:
    called(town="Lynn")
    page = signed_in.reads(**{name: value})
    assert (problem in unescape(page), LYNN in page, HOSTILE in page) == (True, True, False)


@pytest.mark.parametrize("cursor", ["x", "\0", "W10.abc.def", "9" * 5000])
def test_a_cursor_that_is_not_ours_is_ignored(signed_in: Organizer, called: Called, cursor: str) -> None:
    called(town="Lynn")
    assert LYNN in signed_in.reads(before=cursor)


def test_rehearsals_are_marked(signed_in: Organizer, called: Called) -> None:
    called(town="Lynn", rehearsal=True)
    assert LYNN not in signed_in.reads()
    assert "rehearsal</span>" in signed_in.reads(rehearsals="1")


def test_calls_can_be_picked_by_campaign(signed_in: Organizer, called: Called, campaign: int) -> None:
    called(town="Lynn")
    page = signed_in.reads(campaign=campaign)
    assert (f'value="{campaign}" selected' in page, LYNN in page) == (True, True)


def test_pages_have_no_inline_script_or_style(signed_in: Organizer, called: Called) -> None:
    pages = signed_in.reads() + signed_in.reads(f"/organizers/calls/{called().id}")
    assert re.findall(r"<script(?! type=\"module\" src=)|<style|style=|\son\w+=", pages) == []


@pytest.mark.parametrize("number", ["999", "9" * 30, "-1", "x"])
def test_a_call_that_is_not_there_is_a_plain_404(signed_in: Organizer, session: Session, number: str) -> None:
    answer = signed_in.opens(f"/organizers/calls/{number}")
    assert (answer.status_code, "There is no such page" in answer.text) == (404, True)

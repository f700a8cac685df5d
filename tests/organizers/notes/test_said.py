"""Which offices said what: counts and notes of each, of the days and tag that were asked for, to print."""

from html import unescape

import pytest

from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.extensions import given
from app.limits.feedback import changes_now
from app.organizers.notes import said_page
from app.statistics.counting import count
from models import CallEvent, CallStatus, EventSource, ReportedOutcome, Stance, WhatHappened
from tests.world.one_unit import kept


@pytest.fixture
def reads(signed_in, campaign, session):
    def reads(**query):
        kept(session, lambda work: count(work, given().clock))
        return unescape(signed_in.reads(f"/organizers/campaigns/{campaign}/said", **query))

    return reads


def test_before_anybody_said_anything_it_says_how_that_begins(reads):
    assert "No office said anything yet" in reads()


def test_each_office_stands_with_its_notes(reads, wrote):
    wrote("They support it.", tags=["hearing"])
    wrote("They are against it.", stance=Stance.NO)
    page = reads()
    for told in ("Pat Duffy", "They support it.", "They are against it.", "#hearing", "the office is against it"):
        assert told in page


def test_what_people_were_told_is_counted_by_office(reads, called, session):
    own = given()
    for stance in (Stance.YES, Stance.NO, Stance.UNKNOWN):
        call = called(at=own.clock())
        what = {"what": WhatHappened.BEGUN, "to_status": CallStatus.REQUESTED, "rank": 0, "source": EventSource.PAGE}
        session.add(CallEvent(call_id=call.id, **what))
        report = Report(ReportedOutcome.CONTACT, stance)
        report_outcome(session, call.id, 0, report, changes_now(own.settings, own.clock()))
        session.commit()
    page = reads()
    for told in ("1</strong> supports it", "1</strong> opposes it", "1</strong> no answer", "told people different"):
        assert told in page


def test_a_tag_chooses_among_notes(reads, wrote):
    wrote("They support it.", tags=["hearing"])
    wrote("They are against it.")
    page = reads(tag="Hearing")
    assert ("They support it." in page, "They are against it." in page) == (True, False)


def test_of_very_many_notes_the_newest_are_printed_and_it_says_so(reads, wrote, monkeypatch):
    monkeypatch.setattr(said_page, "MOST_NOTES", 2)
    for _ in range(3):
        wrote()
    assert "The newest 2 notes are printed here" in reads()


def test_of_days_without_any_it_says_to_choose_more(reads, wrote):
    wrote(created_at="2026-01-05 12:00+00")
    assert "Choose more days" in reads(span="7")

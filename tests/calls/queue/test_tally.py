"""How an office's number answered is counted once, by the day, whatever is told late, again, or taken back."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from app.calls.life.reports import Report
from app.calls.queue.tally import tally_lines
from app.calls.run.correct import correct, take_back
from app.calls.run.feedback import report_outcome
from models import Call, Leg, LegStatus, LineDay, ReportedOutcome
from tests.world.calls import CHANGEABLE, office_of
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier


@pytest.fixture
def plays(app, session, campaign):
    """A call in which all of a story has happened."""

    def plays(story, **columns):
        carrier = a_new_carrier(app, session, campaign)
        for happens in story(carrier):
            happens()
        if columns:
            session.execute(update(Call).where(Call.id == carrier.call_id).values(columns))
        return carrier.call_id

    return plays


@pytest.fixture
def counted(session):
    """What was counted, once the job has run as often as that."""

    def counted(times=1):
        for _ in range(times):
            tally_lines(session)
        days = session.scalars(select(LineDay).order_by(LineDay.day).execution_options(populate_existing=True))
        return [(day.answered, day.busy, day.mailbox_full) for day in days]

    return counted


def says(session, call_id, outcome):
    report_outcome(session, call_id, 0, Report(outcome), CHANGEABLE)
    session.flush()


def test_before_any_call_nothing_is_counted(counted):
    assert counted() == []


def test_each_call_counts_for_the_number_that_it_rang(session, plays, counted):
    plays(a_conversation)
    plays(a_busy_office)
    assert counted() == [(1, 1, 0)]
    assert session.scalars(select(LineDay.e164)).all() == [office_of(session).number]


def test_a_call_is_counted_once_however_often_the_job_runs(plays, counted):
    plays(a_conversation)
    assert counted(times=3) == [(1, 0, 0)]


def test_what_was_counted_before_stays_counted(plays, counted):
    plays(a_busy_office)
    counted()
    plays(a_busy_office)
    assert counted() == [(0, 2, 0)]


def test_a_call_that_goes_on_is_counted_when_it_is_over(session, plays, counted):
    call_id = plays(a_conversation)
    of_office = update(Leg).where(Leg.call_id == call_id, Leg.called_office_id.is_not(None))
    session.execute(of_office.values(status=LegStatus.IN_PROGRESS))
    assert counted() == []
    session.execute(of_office.values(status=LegStatus.COMPLETED))
    assert counted() == [(1, 0, 0)]


def test_a_rehearsal_does_not_count(plays, counted):
    plays(a_conversation, rehearsal=True)
    assert counted() == []


@pytest.mark.parametrize(
    ("began", "day"), [((2026, 11, 24, 4, 59), date(2026, 11, 23)), ((2026, 11, 24, 5, 0), date(2026, 11, 24))]
)
def test_the_day_is_that_of_massachusetts_on_which_the_call_began(session, plays, counted, began, day):
    plays(a_conversation, created_at=datetime(*began, tzinfo=UTC))
    counted()
    assert session.scalars(select(LineDay.day)).all() == [day]


def test_the_last_time_is_that_of_the_newest_call(session, plays, counted):
    newest = datetime(2026, 11, 23, 20, tzinfo=UTC)
    for hour in (20, 15, 17):
        plays(a_conversation, created_at=newest.replace(hour=hour))
        counted()
    assert session.scalars(select(LineDay.last_tried)).all() == [newest]


def test_a_full_mailbox_that_is_told_later_counts_once(session, plays, counted):
    call_id = plays(a_conversation)
    counted()
    says(session, call_id, ReportedOutcome.MAILBOX_FULL)
    assert counted(times=2) == [(1, 0, 1)]


def test_a_full_mailbox_that_is_taken_back_counts_no_more(session, plays, counted):
    call_id = plays(a_conversation)
    says(session, call_id, ReportedOutcome.MAILBOX_FULL)
    counted()
    says(session, call_id, ReportedOutcome.VOICEMAIL)
    assert counted(times=2) == [(1, 0, 0)]


def test_what_an_organizer_corrects_is_counted_by_no_line(session, plays, counted):
    call_id = plays(a_conversation)
    counted()
    correct(session, call_id, 0, Report(ReportedOutcome.MAILBOX_FULL))
    session.commit()
    assert counted(times=2) == [(1, 0, 0)]
    take_back(session, call_id, 0)
    session.commit()
    assert counted(times=2) == [(1, 0, 0)]

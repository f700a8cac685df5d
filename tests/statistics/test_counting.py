"""Calls are counted from what happened: each once, whatever is told late, again, or taken back."""

from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from app.statistics.counting import lag
from models import CallSource, CountedBy, CountOfHour, CountOfOffice, ReportedOutcome, Stance
from tests.statistics.recount import by_hand, stored
from tests.world.calls import a_call
from tests.world.carrier.stories import a_busy_office, a_conversation, nobody_home
from tests.world.patience import eventually


def test_before_any_call_nothing_is_counted(session, counted):
    counted(times=2)
    assert stored(session) == {}


def test_a_call_counts_for_every_step_that_it_took(plays, counted, along):
    plays(a_conversation)
    plays(nobody_home)
    counted()
    both = {"asked": 2, "rang": 2}
    assert along(CountedBy.STEP) == both | dict.fromkeys(("answered", "pressed", "reached", "talked", "told"), 1)


def test_what_came_of_calls_is_one_word_each(plays, counted, along):
    for story in (a_conversation, a_busy_office, nobody_home):
        plays(story)
    counted()
    assert along(CountedBy.CAME) == {"talked": 1, "office-busy": 1, "never-picked-up": 1}


def test_a_call_is_counted_once_however_often_the_job_runs(session, plays, counted, along):
    plays(a_conversation)
    counted(times=4)
    assert along(CountedBy.CALLS) == {"": 1}
    assert stored(session) == by_hand(session)


def test_a_call_that_goes_on_moves_from_one_count_to_the_next(app, session, campaign, counted, along, plays):
    a_call(session, app.extensions["ringdown"], campaign)
    counted()
    assert along(CountedBy.CAME) == {"under-way": 1}


def test_what_is_told_later_is_counted_in_place_of_what_was_said_before(session, plays, counted, says, along):
    call_id = plays(a_conversation)
    counted()
    says(call_id, ReportedOutcome.VOICEMAIL, Stance.YES)
    counted()
    assert along(CountedBy.SAID) == {"voicemail": 1}
    assert along(CountedBy.STANCE, CountOfOffice) == {"yes": 2}  # on its day, and ever
    says(call_id, ReportedOutcome.VOICEMAIL, Stance.NO)
    counted()
    assert along(CountedBy.STANCE) == {"no": 1}
    assert stored(session) == by_hand(session)


def test_what_the_line_showed_stands_beside_what_was_said(plays, counted, says, along):
    says(plays(a_busy_office), ReportedOutcome.CONTACT)
    counted()
    assert along(CountedBy.BESIDE) == {"busy+contact": 1}


@pytest.mark.parametrize("columns", [{"rehearsal": True}, {"source": CallSource.CALL_BACK}])
def test_what_reaches_nobody_counts_nowhere(session, plays, counted, columns):
    plays(a_conversation, **columns)
    counted()
    assert stored(session) == {}


@pytest.mark.parametrize(
    ("began", "hour"),
    [((2026, 11, 1, 5, 30), 5), ((2026, 11, 1, 6, 30), 6), ((2027, 3, 14, 7, 5), 7)],  # 1:30 twice; 3:05 after 1:59
)
def test_hours_are_instants_where_the_clock_is_set(session, plays, counted, began, hour):
    plays(a_conversation, created_at=datetime(*began, tzinfo=UTC))
    counted()
    assert {it.hour.astimezone(UTC).hour for it in session.query(CountOfHour)} == {hour}
    assert stored(session) == by_hand(session)


def test_what_is_committed_late_is_counted_all_the_same(database_url, session, plays, counted, along):
    """Its id is lower than those that were read already."""
    first, second = plays(a_conversation), plays(a_conversation)
    event = (
        "INSERT INTO call_event (call_id, what, to_status, rank, source) VALUES (%s, 'begun', 'requested', 0, 'page')"
    )
    correct = "UPDATE call SET reported_outcome = 'voicemail' WHERE id = %s"
    counted(times=2)
    with psycopg.connect(database_url) as slow:
        slow.execute(correct, [first])
        slow.execute(event, [first])
        with psycopg.connect(database_url) as fast:
            fast.execute(correct, [second])
            fast.execute(event, [second])
        counted(times=3)
        assert along(CountedBy.SAID) == {"voicemail": 1, "contact": 1}

    def both_are_counted():
        counted()
        return along(CountedBy.SAID) == {"voicemail": 2}

    # Not before every transaction is over that had begun by then, those of other databases of the server among them.
    assert eventually(both_are_counted)


def test_the_lag_is_the_age_of_what_is_not_counted(app, session, plays, counted):
    now = app.extensions["ringdown"].clock() + timedelta(seconds=3)
    assert lag(session, now) == timedelta()
    plays(nobody_home)
    assert timedelta(seconds=2) < lag(session, now) <= timedelta(seconds=4)
    counted()
    assert lag(session, now) == timedelta()

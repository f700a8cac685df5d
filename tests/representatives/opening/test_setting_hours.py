"""Hours that an organizer sets: for a line and all who share it, for one day, for every office, and the way back."""

from datetime import date, timedelta

import pytest

from app.representatives import ClosedBecause, directory
from app.representatives.opening import HoursError, HoursProblem, Span
from app.representatives.opening.changing.exception import exceptions_from, remove_exception, set_exception
from app.representatives.opening.changing.week import back_to_usual, own_week, set_week
from app.representatives.opening.changing.whose import EveryOffice, NobodyThereError, OneLine
from app.representatives.opening.spans import USUAL_WEEK, one_week
from app.representatives.roster.correct_lines import correct_lines, undo_correction
from models import HoursException, OfficeLine, Roster
from tests.representatives.importing.people_csv import import_rows, ma_rows
from tests.world.time.clocks import hours, local, on_the_wall

NOW = local("2026-11-23 12:00")
WHO = {"by": "ana@example.org", "now": NOW}
MORNINGS = one_week([[hours(9, 12)]] * 5 + [()] * 2)
TUESDAY = date(2026, 11, 24)
MASSACHUSETTS = EveryOffice("MA")


@pytest.fixture
def chris(session):
    """The office line of the 1st Barnstable, which others share."""
    return directory(session).seat("25001").line.id


@pytest.fixture
def mike(session):
    """The office line of the 2nd Worcester in the Senate, which nobody else has."""
    return directory(session).seat("25D08").line.id


def version(session):
    return session.get_one(Roster, "MA").version


def opens(session, line, after="2026-11-24 00:00"):
    return on_the_wall(directory(session).hours(line).next_opening(local(after)))


def test_every_line_has_the_usual_hours_until_somebody_sets_others(session, chris):
    assert directory(session).hours(chris).week == USUAL_WEEK
    assert directory(session).hours(10**17).why_closed(local("2026-11-26 12:00")).name == "Thanksgiving Day"


def test_what_is_set_counts_for_all_who_share_the_line(session, chris, mike):
    assert set_week(session, chris, MORNINGS, **WHO)
    facts = directory(session)
    sharing = [seat for seat in facts.seats.values() if seat.line and seat.line.id == chris]
    assert len(sharing) > 1
    assert {facts.hours(seat.line.id).week for seat in sharing} == {MORNINGS}
    assert facts.hours(mike).week == USUAL_WEEK


def test_setting_hours_makes_every_process_read_anew(session, chris):
    before = version(session)
    set_week(session, chris, MORNINGS, **WHO)
    assert version(session) == before + 1


def test_setting_the_same_hours_changes_nothing(session, chris):
    set_week(session, chris, MORNINGS, **WHO)
    before = version(session)
    assert not set_week(session, chris, MORNINGS, by="bo@example.org", now=NOW)
    assert (version(session), own_week(session, chris).set_by) == (before, "ana@example.org")


def test_who_set_them_last_is_kept(session, chris):
    set_week(session, chris, MORNINGS, **WHO)
    set_week(session, chris, one_week([()] * 7), by="bo@example.org", now=NOW)
    assert (own_week(session, chris).set_by, own_week(session, chris).set_at) == ("bo@example.org", NOW)


def test_the_usual_hours_need_no_row(session, chris):
    set_week(session, chris, MORNINGS, **WHO)
    assert back_to_usual(session, chris, **WHO)
    assert own_week(session, chris) is None
    assert directory(session).hours(chris).week == USUAL_WEEK
    assert not back_to_usual(session, chris, **WHO)


def test_an_exception_of_a_line_is_its_own(session, chris, mike):
    set_exception(session, OneLine(chris), TUESDAY, (hours(10, 11),), "late", **WHO)
    assert opens(session, chris) == "2026-11-24 10:00"
    assert opens(session, mike) == "2026-11-24 09:00"


def test_an_exception_for_every_office_closes_them_all(session, chris, mike):
    set_exception(session, MASSACHUSETTS, TUESDAY, (), "closed for snow", **WHO)
    assert {opens(session, line) for line in (chris, mike)} == {"2026-11-25 09:00"}
    closed = directory(session).hours(mike).why_closed(local("2026-11-24 12:00"))
    assert (closed.because, closed.name) == (ClosedBecause.EXCEPTION, "closed for snow")


def test_a_lines_own_exception_goes_before_that_for_every_office(session, chris):
    set_exception(session, OneLine(chris), TUESDAY, (hours(10, 11),), "we come all the same", **WHO)
    set_exception(session, MASSACHUSETTS, TUESDAY, (), "closed for snow", **WHO)
    assert opens(session, chris) == "2026-11-24 10:00"


def test_a_line_with_a_week_of_its_own_closes_with_every_office_too(session, chris):
    set_week(session, chris, MORNINGS, **WHO)
    set_exception(session, MASSACHUSETTS, TUESDAY, (), "closed for snow", **WHO)
    assert opens(session, chris) == "2026-11-25 09:00"


def test_a_day_has_one_exception_and_the_last_one_counts(session, chris):
    set_exception(session, OneLine(chris), TUESDAY, (), "snow", **WHO)
    set_exception(session, OneLine(chris), TUESDAY, (hours(12, 17),), "less snow", by="bo@example.org", now=NOW)
    (kept,) = exceptions_from(session, OneLine(chris), TUESDAY)
    assert (kept.note, kept.set_by, opens(session, chris)) == ("less snow", "bo@example.org", "2026-11-24 12:00")


def test_the_same_exception_twice_changes_nothing(session, chris):
    set_exception(session, OneLine(chris), TUESDAY, (), "snow", **WHO)
    before = version(session)
    assert not set_exception(session, OneLine(chris), TUESDAY, (), "snow", **WHO)
    assert version(session) == before


def test_an_exception_can_be_taken_back(session, chris):
    set_exception(session, OneLine(chris), TUESDAY, (), "snow", **WHO)
    before = version(session)
    assert remove_exception(session, OneLine(chris), TUESDAY)
    assert (opens(session, chris), version(session)) == ("2026-11-24 09:00", before + 1)
    assert not remove_exception(session, OneLine(chris), TUESDAY)


def test_days_that_are_over_are_not_told(session, chris):
    set_exception(session, OneLine(chris), TUESDAY, (), "snow", **WHO)
    assert exceptions_from(session, OneLine(chris), TUESDAY + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("2026-11-22", HoursProblem.DAY_OVER),
        ("2028-11-24", HoursProblem.DAY_TOO_FAR),
    ],
)
def test_a_day_is_within_two_years(session, chris, day, problem):
    with pytest.raises(HoursError, match=problem):
        set_exception(session, OneLine(chris), date.fromisoformat(day), (), "snow", **WHO)


def test_today_is_the_day_in_massachusetts(session, chris):
    late = {"by": "ana@example.org", "now": local("2026-11-23 23:30")}
    assert set_exception(session, OneLine(chris), date(2026, 11, 23), (), "snow", **late)


@pytest.mark.parametrize("note", ["", "x" * 121])
def test_somebody_says_why_and_not_at_length(session, chris, note):
    with pytest.raises(HoursError, match=HoursProblem.NO_NOTE):
        set_exception(session, OneLine(chris), TUESDAY, (), note, **WHO)


@pytest.mark.parametrize(
    ("spans", "problem"),
    [
        ((hours(9, 12), hours(11, 13)), HoursProblem.OVERLAP),
        (tuple(hours(hour, hour + 1) for hour in range(9, 14)), HoursProblem.TOO_MANY),
    ],
)
def test_hours_that_cannot_be_are_refused_for_a_day_and_for_a_week(session, chris, spans, problem):
    with pytest.raises(HoursError, match=problem):
        set_exception(session, OneLine(chris), TUESDAY, spans, "snow", **WHO)
    with pytest.raises(HoursError, match=problem):
        set_week(session, chris, (spans,) * 7, **WHO)


@pytest.mark.parametrize(("opens", "closes"), [(540, 540), (1020, 540), (-1, 60), (0, 1441)])
def test_a_span_closes_after_it_opens(opens, closes):
    with pytest.raises(HoursError, match=HoursProblem.BACKWARDS):
        Span(opens, closes)


def test_a_line_on_which_nobody_sits_has_no_hours_to_set(session):
    line = OfficeLine(e164="+16175550199")
    session.add(line)
    session.flush()
    with pytest.raises(NobodyThereError):
        set_week(session, line.id, MORNINGS, **WHO)
    with pytest.raises(NobodyThereError):
        remove_exception(session, EveryOffice("NH"), TUESDAY)


def test_hours_outlast_an_import(session, chris):
    set_week(session, chris, MORNINGS, **WHO)
    import_rows(session, ma_rows())
    assert directory(session).hours(chris).week == MORNINGS


def test_hours_wait_for_a_line_that_comes_back(session, mike):
    set_week(session, mike, MORNINGS, **WHO)
    holder = directory(session).seat("25D08").holder.id
    correct_lines(session, holder, (), note="dead", **WHO)
    with pytest.raises(NobodyThereError):
        back_to_usual(session, mike, **WHO)
    undo_correction(session, holder, **WHO)
    assert directory(session).hours(mike).week == MORNINGS


def test_loading_the_directory_takes_two_statements_more(session, count_statements):
    count_statements.reset()
    directory(session)
    assert len([it for it in count_statements.statements if "office_hours" in it or "hours_exception" in it]) == 2
    assert len([it for it in count_statements.statements if "new_line" in it]) == 1  # those that wait to be confirmed
    assert len(count_statements.statements) <= 8
    assert not session.query(HoursException).count()

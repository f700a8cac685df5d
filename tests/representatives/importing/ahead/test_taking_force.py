"""An import that was prepared takes force by itself at its moment, whole, and until then nobody in it can be rung."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from app.representatives import directory
from app.representatives.importing import (
    ImportRequest,
    NotAheadError,
    NotPreparedError,
    ahead,
    differences,
    prepared_imports,
    take_force,
    undo,
)
from app.representatives.roster.correct_lines import correct_lines
from models import OfficeHolder, OfficeLine, PreparedImport, Roster
from tests.representatives.importing.people_csv import USUAL, ma_rows, new_court, prepare_rows, somebody_new

FIRST, SECOND = "25001", "25002"
IN_DECEMBER = datetime(2026, 12, 10, 15, tzinfo=UTC)
DAY, NEXT_WEEK = date(2027, 1, 6), date(2027, 1, 13)
ELEVEN = datetime(2027, 1, 6, 16, tzinfo=UTC)  # by the clock of Massachusetts
NOW = ImportRequest(**USUAL | {"as_of": IN_DECEMBER.date()})


def prepared(session, rows, day=DAY, **asked):
    return prepare_rows(session, rows, day, now=IN_DECEMBER, **asked)


def sits(session, geoid=FIRST):
    holder = directory(session).seat(geoid).holder
    return holder and holder.name


def test_the_usual_hour_is_eleven_by_the_clock_of_massachusetts():
    assert (ahead(NOW, DAY).in_force_from, ahead(NOW, DAY).as_of) == (ELEVEN, DAY)
    assert ahead(NOW, date(2027, 7, 1), time(9, 30)).in_force_from == datetime(2027, 7, 1, 13, 30, tzinfo=UTC)


def test_until_its_moment_nothing_changes_and_nobody_new_can_be_rung(session):
    before = [session.scalar(select(func.count()).select_from(of)) for of in (OfficeHolder, OfficeLine)]
    prepared(session, [row | {"capitol_voice": "617-555-0142"} for row in new_court()])
    assert take_force(session, ELEVEN - timedelta(seconds=1)) == 0
    assert sits(session) == "Chris Flanagan"
    assert [session.scalar(select(func.count()).select_from(of)) for of in (OfficeHolder, OfficeLine)] == before


def test_at_its_moment_it_takes_force_whole_and_once(session):
    prepared(session, new_court())
    version = directory(session).version
    assert (take_force(session, ELEVEN), take_force(session, ELEVEN)) == (1, 0)
    facts = directory(session)
    assert (sits(session), facts.as_of, facts.version) == ("Jordan Reyes", DAY, version + 1)
    old = session.scalars(select(OfficeHolder).where(OfficeHolder.name == "Chris Flanagan")).one()
    assert (old.valid_to, facts.seat(FIRST).holder.openstates_id) == (DAY, "ocd-person/jordan-reyes")


def test_the_roster_says_when_it_is_overtaken_and_afterwards_by_the_next(session):
    prepared(session, ma_rows(), NEXT_WEEK)
    prepared(session, new_court())
    roster = session.get_one(Roster, "MA")
    assert roster.overtaken_at == ELEVEN
    take_force(session, ELEVEN)
    assert roster.overtaken_at == ELEVEN + timedelta(days=7)
    take_force(session, ELEVEN + timedelta(days=7))
    assert roster.overtaken_at is None


def test_a_server_that_slept_takes_both_up_in_their_order(session):
    prepared(session, new_court("Sam Okafor"), NEXT_WEEK)
    prepared(session, new_court())
    assert take_force(session, ELEVEN + timedelta(days=30)) == 2
    assert sits(session) == "Sam Okafor"
    terms = session.execute(
        select(OfficeHolder.name, OfficeHolder.valid_from, OfficeHolder.valid_to)
        .where(OfficeHolder.district_geoid == FIRST)
        .order_by(OfficeHolder.id)
    ).all()
    assert [tuple(term)[::2] for term in terms] == [
        ("Chris Flanagan", DAY),
        ("Jordan Reyes", NEXT_WEEK),
        ("Sam Okafor", None),
    ]


def test_what_was_corrected_by_hand_meanwhile_stays_corrected(session):
    prepared(session, new_court())
    kip = directory(session).seat(SECOND).holder.id
    correct_lines(session, kip, (), by="ana@example.org", note="-", now=IN_DECEMBER)
    take_force(session, ELEVEN)
    assert (sits(session, SECOND), directory(session).seat(SECOND).lines) == ("Kip Diggs", ())


def test_it_is_undone_until_it_is_in_force(session):
    undone = prepared(session, new_court())
    undo(session, undone.id)
    assert (prepared_imports(session, "MA"), session.get_one(Roster, "MA").overtaken_at) == ([], None)
    assert take_force(session, ELEVEN) == 0
    with pytest.raises(NotPreparedError):
        undo(session, undone.id)


def test_what_is_in_force_is_not_undone(session):
    it = prepared(session, new_court())
    take_force(session, ELEVEN)
    with pytest.raises(NotPreparedError):
        undo(session, it.id)
    assert session.get_one(PreparedImport, it.id).took_force_at == ELEVEN


def test_a_moment_that_is_over_cannot_be_prepared_for(session):
    with pytest.raises(NotAheadError):
        prepared(session, new_court(), IN_DECEMBER.date(), hour=time(9))


def test_the_differences_of_the_second_are_those_to_the_first(session):
    prepared(session, new_court())
    second = prepared(session, [*ma_rows()[1:], somebody_new(ma_rows()[0])], NEXT_WEEK)
    assert differences(session, second).changes_nothing
    undo(session, prepared_imports(session, "MA")[0].id)
    plan = differences(session, second)
    assert [[it.name for it in people] for people in (plan.added, plan.left)] == [["Jordan Reyes"], ["Chris Flanagan"]]

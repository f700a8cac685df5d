"""Imports, corrections and seedings at the same time wait for each other: none is lost, none is done twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from app.representatives import directory, seed_roster
from app.representatives.importing import RosterChangedMeanwhileError, apply_import
from app.representatives.roster.correct_lines import correct_lines
from models import OfficeHolder, Roster
from tests.representatives.importing.people_csv import NOON, as_csv, import_rows, ma_rows, plan_of, somebody_new
from tests.world.database.own_roster import restore_offices

ROWS = [somebody_new(ma_rows()[0]), *ma_rows()[1:]]


@pytest.fixture
def engine(own_offices):
    engine = create_engine(own_offices)
    yield engine
    engine.dispose()
    restore_offices(own_offices)


def at_once(*deeds):
    with ThreadPoolExecutor(len(deeds)) as crowd:
        return [it.result() for it in [crowd.submit(deed) for deed in deeds]]


@pytest.fixture
def imports(engine):
    """Imports the rows in a session of its own; tells whether that changed anything, or that it came too late."""
    with Session(engine) as session:
        plan = plan_of(session, ROWS)

    def imports():
        with Session(engine) as own, own.begin():
            try:
                return apply_import(own, as_csv(ROWS), plan, now=NOON)
            except RosterChangedMeanwhileError:
                return "too late"

    return imports


def test_of_many_imports_at_once_one_is_done(engine, imports):
    done = at_once(*[imports] * 8)
    assert (done.count(True), done.count("too late")) == (1, 7)
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(OfficeHolder)) == 199
        assert session.get_one(Roster, "MA").version == 2


def test_an_import_and_seedings_at_once_end_with_the_import(engine, imports):
    def seeds():
        with Session(engine) as own, own.begin():
            return seed_roster(own)

    assert at_once(seeds, imports, seeds) == [False, True, False]
    with Session(engine) as session:
        assert directory(session).seat("25001").holder.name == "Jordan Reyes"


def test_corrections_at_once_are_all_kept(engine):
    def corrects(geoid):
        with Session(engine) as own, own.begin():
            holder = directory(own).seat(geoid).holder.id
            return correct_lines(own, holder, (), by="ana@example.org", note="-", now=NOON)

    geoids = [f"250{number:02}" for number in range(1, 9)]
    assert all(at_once(*[lambda geoid=geoid: corrects(geoid) for geoid in geoids]))
    with Session(engine) as session:
        assert session.get_one(Roster, "MA").version == 1 + len(geoids)
        assert [directory(session).seat(geoid).line for geoid in geoids] == [None] * len(geoids)


def test_an_import_that_fails_in_the_middle_leaves_everything_as_it_was(engine):
    with Session(engine) as session:
        import_rows(session, ROWS)
        session.rollback()
        assert plan_of(session, ma_rows()).changes_nothing

"""Whoever comes at the moment itself, all at once: what is prepared takes force once, and everybody finds it done."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from app.representatives.importing import directory_today, take_force
from models import OfficeHolder, Roster
from tests.representatives.importing.people_csv import new_court, prepare_rows
from tests.world.database.own_roster import restore_offices
from tests.world.people.crowd import at_once

ELEVEN = datetime(2027, 1, 6, 16, tzinfo=UTC)


@pytest.fixture
def engine(own_offices):
    """A database in which a General Court with somebody new is prepared."""
    engine = create_engine(own_offices)
    with Session(engine) as session, session.begin():
        prepare_rows(session, new_court(), now=ELEVEN - timedelta(days=30))
    yield engine
    engine.dispose()
    restore_offices(own_offices)


def test_of_many_who_come_at_once_one_lets_it_take_force(engine):
    assert sorted(at_once(engine, 8, lambda session, _: take_force(session, ELEVEN))) == [0] * 7 + [1]
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(OfficeHolder)) == 199
        assert session.get_one(Roster, "MA").version == 2


def test_everybody_who_comes_at_once_finds_who_sits_now(engine):
    def found(session, _):
        return directory_today(session, ELEVEN).seat("25001").holder.name

    assert set(at_once(engine, 8, found)) == {"Jordan Reyes"}

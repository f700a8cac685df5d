"""A day is sealed in short parts, while others count on, and whoever is killed meanwhile loses one of them."""

from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import delete, select, text, update

from app.statistics import thinning
from app.statistics.anew import differing, mending, rebuilding
from app.statistics.reading import by_hour, by_town, counts
from app.statistics.sealing import is_sealed, seal_some
from app.statistics.told import Span
from app.statistics.verifying import differences
from app.store.unit import unit
from models import (
    JOINED,
    Call,
    CountedBy,
    CountedCall,
    CountOfDay,
    CountOfMonth,
    DayToSeal,
    ReportedOutcome,
    SealedDay,
)
from tests.world.carrier.stories import a_busy_office, a_conversation
from tests.world.database.sent import each_sent
from tests.world.one_unit import kept

BEGAN = datetime(2026, 11, 2, 17, tzinfo=UTC)
DAY = date(2026, 11, 2)
SOURCES = ("25048", "25048", "letter", "")


@pytest.fixture
def day(plays, counted):
    """Nine calls of one day, from three towns, by links and without."""
    towns = ["Holyoke"] * 5 + ["Monson"] * 3 + ["Granby"]
    stories = [a_conversation, a_busy_office]
    ids = [
        plays(stories[nth % 2], created_at=BEGAN, town=town, came_from=SOURCES[nth % 4])
        for nth, town in enumerate(towns)
    ]
    counted()
    return ids


@pytest.fixture
def part(app, session):
    """Does a part of the seal, and keeps it; returns whether there was one."""

    def part():
        did = kept(session, lambda work: seal_some(work.session, DAY, app.extensions["ringdown"].clock()))
        session.expire_all()
        return did

    return part


@pytest.fixture
def killed(app, session):
    """The same for a worker that is killed before the part is kept."""

    def killed():
        seal_some(session, DAY, app.extensions["ringdown"].clock())
        session.rollback()

    return killed


@pytest.fixture
def _small_parts(monkeypatch):
    """As if the day had very many calls."""
    for module, name, size in (
        (rebuilding, "LOOKED_AT", 2),
        (rebuilding, "AT_ONCE", 1),
        (mending, "AT_ONCE", 3),
        (thinning, "CALLS", 2),
        (thinning, "CELLS", 3),
        (thinning, "KINDS", 2),
    ):
        monkeypatch.setattr(module, name, size)


def towns(session):
    return {it.town: it.counts.all.calls for it in by_town(session, Span())}


@pytest.mark.usefixtures("_small_parts")
def test_whoever_is_killed_at_every_part_seals_what_others_seal(session, day, part, killed):
    before = counts(session, Span()).along(CountedBy.CAME)
    killed()
    parts = 0
    while part():
        killed()
        parts += 1
    assert parts > len(day)
    assert is_sealed(session, DAY)
    assert (list(differences(session)), counts(session, Span()).along(CountedBy.CAME)) == ([], before)
    assert towns(session) == {JOINED: 9}  # four from small ones would be too few
    assert {(it.hour, it.town, it.came_from) for it in session.query(CountedCall)} == {(None, None, None)}
    assert session.query(DayToSeal).count() == 0


@pytest.mark.usefixtures("_small_parts")
def test_what_is_told_between_two_parts_counts_once(session, day, part, says, counted):
    outcomes, told = [ReportedOutcome.VOICEMAIL, ReportedOutcome.CONTACT], 0
    while part():
        says(day[told % 5 * 2], outcomes[told // 5 % 2])
        told += 1
        counted()
        assert [it for it in differences(session) if "sealed" not in it] == []
    counted(times=2)
    assert list(differences(session)) == []
    assert counts(session, Span()).all.calls == len(day)
    assert sum(it.calls for it in counts(session, Span()).along(CountedBy.SAID).values()) == 5


@pytest.mark.usefixtures("_small_parts")
def test_what_was_counted_wrong_is_mended_first(session, day, part):
    before = counts(session, Span())
    for model in (CountOfDay, CountOfMonth):
        session.execute(update(model).where(model.dimension == CountedBy.LINE).values(calls=9))
    session.execute(delete(CountedCall).where(CountedCall.call_id == day[0]))
    session.commit()
    assert counts(session, Span()) != before
    while part():
        pass
    after = counts(session, Span())
    assert (list(differences(session)), after.all, after.funnel) == ([], before.all, before.funnel)
    assert after.along(CountedBy.LINE) == before.along(CountedBy.LINE)


@pytest.mark.usefixtures("_small_parts")
def test_a_call_that_is_gone_counts_no_more(session, day, part):
    session.execute(update(Call).where(Call.id == day[0]).values(rehearsal=True))
    session.commit()
    while part():
        pass
    assert (counts(session, Span()).all.calls, list(differences(session))) == (8, [])


def test_a_day_that_is_sealed_while_another_is_made_anew_stays_as_sealed(app, session, day, plays, part, counted):
    for nth in range(6):
        plays(a_conversation, created_at=BEGAN - timedelta(days=1), town="Holyoke" if nth else "Ware")
    counted(times=2)
    with unit(session) as work:
        on_its_way = rebuilding.rebuild(work, app.extensions["ringdown"].clock)
        assert next(on_its_way) == (DAY - timedelta(days=1), 6)
        while part():
            pass
        before = (towns(session), by_hour(session, Span(since=DAY, until=DAY), CountedBy.CALLS))
        assert list(on_its_way) == [(DAY, len(day))]
    assert (towns(session), by_hour(session, Span(since=DAY, until=DAY), CountedBy.CALLS)) == before
    assert list(differences(session)) == []


@pytest.mark.usefixtures("day", "_small_parts")
def test_of_a_day_that_is_sealed_in_part_nothing_is_made_anew(session, part):
    while part() and not session.query(SealedDay).count():
        pass
    now = BEGAN + timedelta(days=40)
    while part():
        assert rebuilding.count_some_anew(session, DAY, None, now) is None
        assert not rebuilding.mend_some(session, DAY, now)
        session.commit()
    assert (towns(session), list(differences(session))) == ({JOINED: 9}, [])


@pytest.mark.usefixtures("day")
def test_one_at_a_time_seals(session, part, database_url):
    with psycopg.connect(database_url) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtext('counted anew'))")
        assert not part()
    assert part()
    assert session.query(SealedDay).count() == 0


@pytest.mark.usefixtures("day", "_small_parts")
def test_a_day_that_is_sealed_in_part_is_not_sealed(session, part):
    while part() and not session.query(SealedDay).count():
        assert not is_sealed(session, DAY)
    assert (session.get(SealedDay, DAY).digest, session.get(SealedDay, DAY).calls) == (None, 9)
    assert not is_sealed(session, DAY)


WRITES = ("INSERT", "UPDATE", "DELETE", "WITH")


@pytest.mark.usefixtures("day")
def test_nobody_waits_while_calls_and_counts_are_only_looked_at(app, session, part):
    """From the lock of counting to the commit: a few statements, none of which adds up the calls of the day."""
    parts = []

    def see(cursor, statement, _):
        if "FROM counting" in statement and "FOR UPDATE" in statement:
            parts.append([])
        elif parts and parts[-1] is not None:
            parts[-1].append(statement)

    with each_sent(session.get_bind().engine, see):
        while part():
            parts.append(None)
    held = [statements for statements in parts if statements]
    assert held
    for statements in held:
        assert len(statements) <= 8, statements
        assert not [it for it in statements if "FROM counted_call" in it and it.startswith("SELECT")]
        assert not [it for it in statements if "call_counted" in it]


@pytest.mark.usefixtures("day")
def test_calls_are_never_compared_each_with_each(session, part):
    """However small PostgreSQL thinks the day: of a hundred thousand calls that would never end."""
    how = {}

    def see(cursor, statement, _):
        if "call_counted" in statement:
            (how[statement],) = cursor.connection.execute("SHOW enable_nestloop").fetchone()

    with each_sent(session.get_bind().engine, see):
        while part():
            pass
    assert set(how.values()) == {"off"}
    assert session.scalar(text("SHOW enable_nestloop")) == "on"


def test_calls_that_are_counted_as_they_are_are_left_alone(session, day, says):
    assert differing.differing(session, day) == frozenset()
    says(day[2], ReportedOutcome.VOICEMAIL)
    assert differing.differing(session, day) == {day[2]}
    assert session.scalars(select(SealedDay.day)).all() == []

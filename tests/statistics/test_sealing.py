"""A sealed day stays as it is, whatever becomes of its calls; what is told later is a correction with its own date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from app.calls.life.reports import Report
from app.calls.run.correct import correct, take_back
from app.privacy.forget.along import Along
from app.privacy.forget.coarser import make_coarser
from app.statistics.counting import locked
from app.statistics.forgetting import uncount
from app.statistics.joining import FEWEST, in_fives, joined
from app.statistics.reading import by_office, by_town, counts
from app.statistics.sealing import NotOver, seal_some
from app.statistics.told import Span
from app.statistics.verifying import differences
from models import (
    JOINED,
    Call,
    CallEvent,
    CountedBy,
    CountedCall,
    CountOfDay,
    CountOfHour,
    CountOfTown,
    Leg,
    LegRole,
    ReportedOutcome,
)
from tests.world.carrier.stories import a_busy_office, a_conversation
from tests.world.one_unit import kept

BEGAN = datetime(2026, 11, 2, 17, tzinfo=UTC)
DAY = date(2026, 11, 2)


@pytest.fixture
def sealed(app, session, plays, counted):
    """Seals the day of these calls, of each town so many."""

    def sealed(**towns):
        ids = [plays(a_conversation, created_at=BEGAN, town=town) for town, many in towns.items() for _ in range(many)]
        counted()
        seal(app, session)
        return ids

    return sealed


def seal(app, session):
    """Part after part; returns how many there were."""
    parts = 0
    while kept(session, lambda work: seal_some(work.session, DAY, app.extensions["ringdown"].clock())):
        parts += 1
    session.expire_all()
    return parts


def towns(session, span=None):
    return {it.town: it.counts.all.calls for it in by_town(session, span or Span())}


def test_a_day_that_is_not_over_is_not_sealed(app, session):
    with pytest.raises(NotOver):
        seal_some(session, DAY, BEGAN + timedelta(hours=11))


def test_a_day_is_sealed_once(app, session, sealed):
    sealed(Holyoke=1)
    assert not seal(app, session)


def test_towns_of_few_calls_are_joined_for_the_day_and_for_ever(session, sealed):
    sealed(Holyoke=6, Monson=3, Granby=2)
    assert towns(session) == {"Holyoke": 6, JOINED: 5}
    assert towns(session, Span(since=DAY, until=DAY)) == {"Holyoke": 6, JOINED: 5}
    assert {it.town for it in session.query(CountOfTown)} == {"Holyoke", JOINED}


def test_where_all_calls_of_a_day_are_few_no_town_is_kept(session, sealed):
    sealed(Holyoke=3, Granby=1)
    assert towns(session) == {}
    assert counts(session, Span()).all.calls == 4


def test_of_sealed_towns_nothing_is_known_but_how_many(session, sealed):
    sealed(Holyoke=6)
    assert {it.dimension for it in session.query(CountOfTown)} == {CountedBy.CALLS}
    assert {(it.hour, it.town, it.came_from) for it in session.query(CountedCall)} == {(None, None, None)}
    assert not session.query(CountOfHour).filter_by(dimension=CountedBy.SOURCE).count()


def test_a_sealed_day_outlives_its_calls(session, sealed):
    ids = sealed(Holyoke=2)
    before = counts(session, Span())
    session.execute(delete(CallEvent))
    session.execute(update(Call).values(town="Hampden"))
    session.execute(delete(CountedCall).where(CountedCall.call_id.in_(ids)))  # as where the calls are deleted
    session.commit()
    assert counts(session, Span()) == before
    assert before.funnel["pressed"] == 2
    assert [it for it in differences(session) if "sealed" in it] == []


def test_what_is_told_later_is_a_correction_of_its_own_date(app, session, sealed, says, counted):
    first, _ = sealed(Holyoke=2)
    session.execute(delete(CallEvent))  # what happened is deleted sooner than the call
    says(first, ReportedOutcome.VOICEMAIL)
    counted(times=2)
    corrections = session.execute(select(CountOfDay).where(CountOfDay.booked != DAY, CountOfDay.calls != 0)).scalars()
    booked = {(it.dimension, it.value, it.calls) for it in corrections}
    assert (CountedBy.SAID, "voicemail", 1) in booked
    assert {dimension for dimension, _, _ in booked} == {CountedBy.SAID, CountedBy.BESIDE, CountedBy.CAME}
    assert counts(session, Span()).calls(CountedBy.SAID, "voicemail") == 1
    assert list(differences(session)) == []


def test_an_organizers_correction_of_a_sealed_day_is_booked_and_taken_back(session, sealed, counted):
    first, _ = sealed(Holyoke=2)
    session.execute(delete(CallEvent))
    before = counts(session, Span())
    correct(session, first, 0, Report(ReportedOutcome.MAILBOX_FULL))
    session.commit()
    counted(times=2)
    assert counts(session, Span()).calls(CountedBy.CAME, "mailbox-full") == 1
    take_back(session, first, 0)
    session.commit()
    counted(times=2)
    assert counts(session, Span()) == before
    assert list(differences(session)) == []


def test_talks_of_a_sealed_day_stay_as_long_as_they_were(app, session, plays, counted):
    """A day of times is all that is left of them, whether their carrier told how long they were or not."""
    ids = [plays(a_conversation, created_at=BEGAN) for _ in range(2)]
    began = datetime(2026, 11, 3, 4, 59, tzinfo=UTC)  # a minute before midnight in Massachusetts
    for call_id, answered in zip(ids, (BEGAN, began), strict=True):
        times = {"answered_at": answered, "ended_at": answered + timedelta(minutes=2), "duration_seconds": None}
        session.execute(update(Leg).where(Leg.call_id == call_id, Leg.role == LegRole.OFFICE).values(times))
    session.execute(update(Call).values(ended_at=began + timedelta(minutes=2)))
    session.execute(delete(CountedCall))
    session.commit()
    seal(app, session)
    (before,) = by_office(session, Span())
    assert before.counts.all.seconds == 240
    while make_coarser(session, BEGAN + timedelta(days=60), Along()):
        session.commit()
    assert {it.is_coarse for it in session.query(Call)} == {True}
    for nth, what in enumerate((correct, take_back)):
        for call_id in ids:
            what(session, call_id, 0, *[Report(ReportedOutcome.MAILBOX_FULL)][nth:])
        session.commit()
        counted(times=2)
        (after,) = by_office(session, Span())
        assert (after.counts.all, after.counts.along(CountedBy.LINE)) == (
            before.counts.all,
            before.counts.along(CountedBy.LINE),
        )
    assert (after.counts, list(differences(session))) == (before.counts, [])


def test_a_broken_seal_is_told(session, sealed):
    sealed(Holyoke=2)
    session.execute(update(CountOfDay).where(CountOfDay.dimension == CountedBy.WAY).values(calls=3))
    assert {it.partition(":")[0] for it in differences(session)} == {str(DAY), "all days"}


def test_what_is_counted_wrong_is_told(session, plays, counted):
    plays(a_busy_office)
    counted()
    assert list(differences(session)) == []
    session.execute(update(CountOfTown).values(calls=7))
    assert any("by town Holyoke" in it for it in differences(session))


def test_what_is_not_counted_yet_is_no_difference(session, plays, counted):
    plays(a_busy_office)
    counted()
    plays(a_busy_office)
    assert list(differences(session)) == []


def test_calls_that_are_to_be_deleted_count_no_more_where_their_day_is_open(session, plays, counted):
    gone, stays = plays(a_conversation), plays(a_busy_office)
    counted()
    locked(session)
    uncount(session, [gone], DAY)
    assert counts(session, Span()).along(CountedBy.CAME).keys() == {"office-busy"}
    assert stays


CELLS = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(1, 12), max_size=8)


@given(CELLS)
def test_no_town_of_few_calls_can_be_found(cells):
    few = joined(cells)
    together = sum(cells[town] for town in few)
    assert all(calls >= FEWEST for town, calls in cells.items() if town not in few)
    assert not few or few == frozenset(cells) or (together >= FEWEST and len(few) > 1)


def test_public_numbers_move_in_steps_of_five():
    assert [in_fives(calls) for calls in (0, 4, 5, 9, 1204)] == [0, 0, 5, 5, 1200]

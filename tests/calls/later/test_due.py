"""At the agreed time a call goes into its office's line, once; else it says why it does not ring."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app.calls.later.due import ring_due
from app.calls.life.status import move_call
from app.store.db import db
from app.store.unit import Unit
from models import Call, CallStatus, Campaign, CampaignState, EndReason, EventSource, Slot
from tests.world.calls import a_call, due_at
from tests.world.people.crowd import at_once
from tests.world.time.clocks import local, on_the_wall
from tests.world.time.storms import close_everything, open_again, open_late

MONDAY = local("2026-11-02 09:00")  # the first opening after the clocks went back
A_MINUTE, HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def booked(session, own, campaign):
    """A call that is agreed on for Monday at nine."""
    return a_call(session, own, campaign, ring_from=MONDAY)


@pytest.fixture
def sweeps(session, fresh, booked):
    """Sweep at a moment; returns the call as it is afterwards."""

    def sweeps(now, **how):
        ring_due(Unit(session), due_at(now, **how))
        return fresh(booked.id)

    return sweeps


def ring_jobs(session):
    jobs = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ring'"
    return session.connection().exec_driver_sql(jobs).scalar()


def test_a_minute_before_nobody_is_rung(session, sweeps):
    assert sweeps(MONDAY - A_MINUTE).status is CallStatus.SCHEDULED
    assert ring_jobs(session) == 0


@pytest.mark.parametrize("late", [0, 1, 37, 4 * 60])
def test_at_the_time_or_as_soon_as_somebody_looks_the_call_goes_into_line(session, sweeps, late):
    call = sweeps(MONDAY + late * A_MINUTE)
    assert (call.status, call.waits_since) == (CallStatus.REQUESTED, MONDAY)
    assert ring_jobs(session) == 1


@pytest.mark.parametrize(("late", "at_most"), [(0, 90), (37, 127), (200, 240), (240, 250)])
def test_in_line_it_waits_for_no_longer_than_four_hours_after_its_time_and_for_ten_minutes_at_least(
    sweeps, late, at_most
):
    assert sweeps(MONDAY + late * A_MINUTE).ring_until == MONDAY + at_most * A_MINUTE


def test_two_workers_that_sweep_at_once_claim_it_once(session, booked):
    session.rollback()
    due = due_at(MONDAY)
    rang = at_once(db.engine, 8, lambda own_session, _: ring_due(Unit(own_session), due))
    assert sum(rang) == ring_jobs(session) == 1


def test_a_second_sweep_changes_nothing(session, sweeps):
    assert sweeps(MONDAY).status_since == sweeps(MONDAY + A_MINUTE).status_since
    assert ring_jobs(session) == 1


def test_who_agreed_first_stands_first_in_line(session, own, campaign):
    calls = [a_call(session, own, campaign, ring_from=MONDAY, phone=f"+161755501{nth}") for nth in range(11, 14)]
    ring_due(Unit(session), due_at(MONDAY + 5 * A_MINUTE))
    waits_turn = session.scalars(select(Call.id).order_by(Call.waits_since, Call.id)).all()
    assert waits_turn == [call.id for call in calls]


def test_nobody_is_rung_at_night_even_where_an_office_is_open(session, sweeps):
    session.execute(update(Call).values(ring_at=MONDAY - 2 * A_DAY, ring_until=MONDAY + A_DAY))
    session.commit()
    assert sweeps(local("2026-11-01 02:00")).status is CallStatus.SCHEDULED


@pytest.fixture
def closes(session):
    """Every office closes on these days."""

    closed = []

    def closes(*days, but=""):
        closed.extend(days)
        if but:
            open_late(session, *days, but)
        else:
            close_everything(session, *days)

    yield closes
    session.rollback()
    open_again(session, *closed)


def test_an_office_that_opens_late_is_rung_when_it_does_and_that_is_told(sweeps, closes):
    closes("2026-11-02", but="11 am-5 pm")
    call = sweeps(MONDAY + A_MINUTE)
    assert (call.status, on_the_wall(call.ring_at)) == (CallStatus.SCHEDULED, "2026-11-02 11:00")
    assert sweeps(local("2026-11-02 11:01")).status is CallStatus.REQUESTED


def test_those_who_are_moved_to_a_later_hour_do_not_come_all_at_once(session, own, campaign, closes):
    calls = [a_call(session, own, campaign, ring_from=MONDAY, phone=f"+161755501{nth}") for nth in range(11, 20)]
    closes("2026-11-02", but="11 am-5 pm")
    ring_due(Unit(session), due_at(MONDAY + 20 * A_MINUTE))
    times = session.scalars(select(Call.ring_at).order_by(Call.ring_at)).all()
    assert [on_the_wall(one)[-5:] for one in times] == ["11:00"] * 8 + ["11:15"]
    assert len(calls) == 9


@pytest.mark.parametrize("but", ["", "2 pm-5 pm"])
def test_an_office_that_does_not_open_within_four_hours_ends_the_call_and_says_so(session, sweeps, closes, but):
    closes("2026-11-02", but=but)
    call = sweeps(MONDAY + A_MINUTE)
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.EXPIRED)
    assert session.scalar(select(func.sum(Slot.taken))) == 1


@pytest.mark.parametrize("late", [4 * HOUR + A_MINUTE, 5 * HOUR, A_DAY, A_DAY + HOUR])
def test_after_four_hours_nobody_is_rung_any_more(session, sweeps, late):
    call = sweeps(MONDAY + late)
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.WAITED_TOO_LONG)
    assert ring_jobs(session) == 0


def test_for_another_day_nobody_is_rung_whose_turn_did_not_come_before_the_office_closed(session, own, campaign, fresh):
    call_id = a_call(session, own, campaign, ring_from=local("2026-11-02 16:50")).id
    ring_due(Unit(session), due_at(local("2026-11-02 17:05")))
    assert (fresh(call_id).status, fresh(call_id).end_reason) == (CallStatus.CANCELED, EndReason.WAITED_TOO_LONG)


def goes(session, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()


def test_a_paused_campaign_rings_nobody_and_hours_later_says_so(session, sweeps):
    goes(session, CampaignState.PAUSED)
    assert sweeps(MONDAY).status is CallStatus.SCHEDULED
    assert sweeps(MONDAY + 5 * HOUR).end_reason is EndReason.CAMPAIGN_NOT_LIVE


def test_a_campaign_that_goes_on_rings(session, sweeps):
    goes(session, CampaignState.PAUSED)
    sweeps(MONDAY)
    goes(session, CampaignState.LIVE)
    assert sweeps(MONDAY + 30 * A_MINUTE).status is CallStatus.REQUESTED


def test_a_campaign_that_has_ended_says_so_at_once(session, sweeps):
    goes(session, CampaignState.ARCHIVED)
    assert sweeps(MONDAY).end_reason is EndReason.CAMPAIGN_NOT_LIVE


def test_while_the_same_number_is_on_another_call_it_is_not_rung(session, own, campaign, sweeps):
    other = a_call(session, own, campaign)
    assert sweeps(MONDAY).status is CallStatus.SCHEDULED
    move_call(session, other.id, CallStatus.FAILED, source=EventSource.WORKER)
    session.commit()
    assert sweeps(MONDAY + A_MINUTE).status is CallStatus.REQUESTED


def test_a_number_that_is_on_another_call_for_hours_is_told_so(session, own, campaign, sweeps):
    a_call(session, own, campaign)
    assert sweeps(MONDAY + 5 * HOUR).end_reason is EndReason.NUMBER_BUSY


def test_a_canceled_call_is_not_taken_up(session, sweeps, booked):
    move_call(session, booked.id, CallStatus.CANCELED, source=EventSource.WORKER, reason=EndReason.CANCELED_ON_PAGE)
    session.commit()
    assert sweeps(MONDAY).end_reason is EndReason.CANCELED_ON_PAGE


def test_where_every_office_counts_as_open_any_hour_will_do(session, sweeps):
    session.execute(update(Call).values(ring_at=MONDAY - A_DAY))
    session.commit()
    assert sweeps(local("2026-11-01 23:00"), always_open=True).status is CallStatus.REQUESTED

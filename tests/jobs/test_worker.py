"""Jobs: a call that is committed is rung once, whatever happens to the worker."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text

from app import create_app
from app.calls.life.status import move_call
from app.jobs.worker import make_worker, work
from app.limits.rate import AN_HOUR, Limit, admit
from app.store.db import close_db
from app.team.create import create_organizer
from app.team.sessions import IDLE_AT_MOST, begin_session
from models import Call, CallStatus, EventSource, Limited, Organizer, TeamRole
from tests.world.calls import a_call
from tests.world.carrier.server import CarrierServer

STALL = (
    "WITH gone AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id) "
    "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM gone)"
)


@pytest.fixture
def refusals():
    """What the carrier answers before it takes calls: errors, by their status and code."""
    return ()


@pytest.fixture
def carrier(refusals):
    with CarrierServer().running() as server:
        for refusal in refusals:
            server.refuses(*refusal)
        yield server.answers()


@pytest.fixture
def ringing_app(settings, carrier):
    """The app as its workers have it, with a carrier that answers."""
    app = create_app(settings.model_copy(update={"twilio_api_base_url": carrier.url}))
    yield app
    close_db(app)


@pytest.fixture
def call(session, app, campaign):
    return a_call(session, app.extensions["ringdown"], campaign)


def runs(work):
    """Run it as a program would, which has a thread to itself: an open browser uses that of the tests."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, work).result()


def run(app):
    """Run every job that waits."""
    runs(work(app, until_idle=True))


def job_names(app):
    return {name.rpartition(".")[2] for name in make_worker(app).tasks if "builtin" not in name}


def test_a_call_that_was_placed_is_rung(session, call, ringing_app, carrier):
    run(ringing_app)
    session.refresh(call)
    assert (call.status, carrier.rung()) == (CallStatus.DIALING, 1)


def test_two_workers_ring_once(call, ringing_app, carrier):
    async def both():
        await asyncio.gather(work(ringing_app, until_idle=True), work(ringing_app, until_idle=True))

    runs(both())
    assert carrier.rung() == 1


def test_a_job_that_is_done_is_forgotten(session, call, ringing_app):
    run(ringing_app)
    assert session.scalar(text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ring'")) == 0


def test_a_call_canceled_before_its_turn_is_not_rung(session, call, ringing_app, carrier):
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.WORKER)
    session.commit()
    run(ringing_app)
    assert carrier.rung() == 0


def test_the_calls_of_a_rehearsal_are_left_to_its_own_worker(settings, call, carrier):
    rehearsal = create_app(
        settings.model_copy(update={"twilio_api_base_url": carrier.url}), rehearsal=True, queue="own"
    )
    run(rehearsal)
    close_db(rehearsal)
    assert carrier.rung() == 0


def test_a_rehearsals_worker_takes_nobodys_turns(settings):
    assert job_names(create_app(settings, rehearsal=True)) == {"ring", "ring_again"}


def test_a_worker_rings_reconciles_and_takes_up_what_stalled(ringing_app):
    assert job_names(ringing_app) == {
        "ring",
        "ring_again",
        "ring_waiting",
        "ring_next",
        "ring_everybody",
        "ring_due",
        "reconcile",
        "reconcile_call",
        "retry_stalled",
        "forget_limits",
        "forget_more_time",
        "forget_sessions",
        "tally_lines",
        "send_letter",
        "send_alerts",
        "note_code",
        "look_for_cures",
        "watch",
        "forget_audit",
        "move_by_date",
        "look_at_carrier",
        "settle_costs",
        "ask_prices",
        "erase_records",
        "count_calls",
        "forget",
        "forget_typed",
    }


@pytest.fixture
def a_worker_is_killed(session, call):
    """The worker that had taken the job was killed an hour ago."""
    session.execute(text(STALL))
    session.commit()


async def when_it_is_time(app, name):
    """Write the job down, as the clock would have it."""
    worker = make_worker(app)
    async with worker.open_async():
        await worker.tasks[name].defer_async(timestamp=0)


def test_a_job_whose_worker_was_killed_is_taken_up_again(a_worker_is_killed, ringing_app, carrier):
    runs(when_it_is_time(ringing_app, "retry_stalled"))
    run(ringing_app)
    run(ringing_app)
    assert carrier.rung() == 1


def test_a_ring_that_was_begun_before_its_worker_was_killed_is_not_begun_again(
    session, call, a_worker_is_killed, ringing_app, carrier
):
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    runs(when_it_is_time(ringing_app, "retry_stalled"))
    run(ringing_app)
    run(ringing_app)
    assert (session.get_one(Call, call.id).status, carrier.rung()) == (CallStatus.DIALING, 0)


@pytest.mark.parametrize("refusals", [[(429, 20429)]])
def test_a_call_is_not_asked_for_again_that_a_killed_worker_may_have_asked_for(session, call, ringing_app, carrier):
    run(ringing_app)
    session.execute(text(STALL))
    session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))
    session.commit()
    runs(when_it_is_time(ringing_app, "retry_stalled"))
    run(ringing_app)
    run(ringing_app)
    its_own = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name IN ('ring', 'ring_again')")
    assert session.scalar(its_own) == 0
    assert (session.get_one(Call, call.id).status, carrier.rung()) == (CallStatus.DIALING, 1)


def test_what_was_counted_against_limits_is_forgotten_when_it_is_over(session, ringing_app):
    own = ringing_app.extensions["ringdown"]
    for hours, number in enumerate(("+16175550123", "+16175550124")):
        admit(session, own.vault, Limit(Limited.HOTLINE, 2), number, now=own.clock() - hours * AN_HOUR)
    session.commit()
    runs(when_it_is_time(ringing_app, "forget_limits"))
    run(ringing_app)
    assert session.scalar(text("SELECT count(*) FROM rate_limit")) == 1


def test_sessions_that_ended_are_forgotten(session, ringing_app):
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.VIEWER)
    whose, now = session.scalars(select(Organizer.id)).one(), ringing_app.extensions["ringdown"].clock()
    for began in (now, now - IDLE_AT_MOST):
        begin_session(session, whose, device="Firefox on Windows", remembered=False, now=began)
    session.commit()
    runs(when_it_is_time(ringing_app, "forget_sessions"))
    run(ringing_app)
    assert session.scalar(text("SELECT count(*) FROM organizer_session")) == 1

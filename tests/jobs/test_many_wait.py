"""Many wait for the carrier: they are rung in its pace and in the order in which they came, and no worker sleeps."""

import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from app import create_app
from app.calls.queue.carrier import SOON, take_turn
from app.calls.queue.first import RING_NEXT
from app.jobs.worker import WorkerThread
from app.store.db import close_db
from app.store.job_queue import DEFAULT_QUEUE, defer_one
from models import CallEvent, CallStatus, HolderLine, OfficeHolder, OfficeLine
from tests.world.calls import a_call, office_of
from tests.world.carrier.server import CarrierServer
from tests.world.patience import PATIENCE, eventually

MANY = 12
A_SECOND = 10.0  # calls
SLOWLY = 0.001  # calls a second: until the next moment it is longer than any test lasts
SLOW = 0.5  # seconds that the carrier takes for each, which is longer than until it may be asked again


@pytest.fixture
def offices(session):
    """Members of whom no two have the same number."""
    numbers = select(func.min(OfficeHolder.name)).join(HolderLine).join(OfficeLine).where(HolderLine.rank == 0)
    names = session.scalars(numbers.where(OfficeHolder.valid_to.is_(None)).group_by(OfficeLine.e164).limit(MANY))
    return [office_of(session, name) for name in names]


@pytest.fixture
def waiting(session, app, campaign, offices):
    """Their calls, in the order in which they came: of the first the job was written down last."""
    calls = []
    for nth, office in enumerate(offices):
        call = a_call(session, app.extensions["ringdown"], campaign, phone=f"+161755501{11 + nth}", offices=(office,))
        call.waits_since -= timedelta(seconds=nth)
        calls.append(call.id)
    session.commit()
    return calls[::-1]


@pytest.fixture
def carrier():
    with CarrierServer().running() as server:
        for nth in range(MANY):
            server.answers(201, {"sid": f"CA{nth:032}", "status": "queued"})
        yield server.is_slow(SLOW)


@pytest.fixture
def took(session, settings, waiting, carrier):
    """How long it takes until the carrier has been asked for all of them, once each was found to have no turn yet."""
    there = {"twilio_api_base_url": carrier.url, "calls_per_second": A_SECOND}
    take_turn(session, SLOWLY)
    session.commit()
    with worker(settings, there | {"calls_per_second": SLOWLY}):
        assert eventually(lambda: jobs(session) == [RING_NEXT])
    the_carrier_may_be_asked(session)
    with worker(settings, there):
        began = time.monotonic()
        assert eventually(lambda: carrier.rung() >= MANY)
        return time.monotonic() - began


@contextmanager
def worker(settings, there):
    app = create_app(settings.model_copy(update=there))
    with WorkerThread(app):
        yield
    close_db(app)


def jobs(session):
    session.rollback()
    return session.scalars(text("SELECT task_name FROM procrastinate_jobs WHERE task_name LIKE 'ring%'")).all()


def the_carrier_may_be_asked(session):
    session.execute(text("UPDATE carrier_pace SET next_at = now()"))
    session.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = 'ring_next'"))
    defer_one(session, RING_NEXT, timedelta(), queue=DEFAULT_QUEUE)
    session.commit()


def test_the_first_come_are_the_first_rung_in_the_carriers_pace(session, waiting, took):
    dialed = select(CallEvent.call_id).where(CallEvent.to_status == CallStatus.DIALING).order_by(CallEvent.id)
    assert session.scalars(dialed).all() == waiting
    assert (MANY - 1) / A_SECOND < took + SOON.total_seconds() < PATIENCE

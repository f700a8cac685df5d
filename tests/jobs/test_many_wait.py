"""Many wait for the carrier: they are rung in its pace and in the order in which they came, and no worker sleeps."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app import create_app
from app.jobs.worker import WorkerThread
from app.store.db import close_db
from models import CallEvent, CallStatus, HolderLine, OfficeHolder, OfficeLine
from tests.world.calls import a_call, office_of
from tests.world.carrier.server import CarrierServer
from tests.world.patience import PATIENCE, eventually

MANY = 12
A_SECOND = 10.0  # calls
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
def took(settings, waiting, carrier):
    """How long it takes until the carrier has been asked for all of them."""
    there = {"twilio_api_base_url": carrier.url, "calls_per_second": A_SECOND}
    app, began = create_app(settings.model_copy(update=there)), time.monotonic()
    with WorkerThread(app):
        assert eventually(lambda: carrier.rung() >= MANY)
        took = time.monotonic() - began
    close_db(app)
    return took


def test_the_first_come_are_the_first_rung_in_the_carriers_pace(session, waiting, took):
    dialed = select(CallEvent.call_id).where(CallEvent.to_status == CallStatus.DIALING).order_by(CallEvent.id)
    rung = session.scalars(dialed).all()
    assert sorted(rung) == sorted(waiting)
    assert rung[1:] == [call for call in waiting if call != rung[0]]  # nobody else waited when that job ran
    assert (MANY - 1) / A_SECOND < took < PATIENCE

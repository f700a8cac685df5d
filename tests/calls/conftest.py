"""A call that was placed, the carrier that reports of it, and a carrier that answers as it is told."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.calls.life.status import move_call
from app.calls.run.dial import Ringing
from app.telephony.twilio_carrier import TwilioCarrier
from models import Call, CallStatus, EventSource
from tests.world.calls import a_call
from tests.world.carrier.server import CarrierServer
from tests.world.carrier.signed_sender import SignedSender
from tests.world.patience import PATIENCE


@pytest.fixture
def own(app):
    """What the app was given."""
    return app.extensions["ringdown"]


@pytest.fixture
def call(session, own, campaign):
    """A call that waits to be rung."""
    return a_call(session, own, campaign)


@pytest.fixture
def carrier(app, session, call):
    """The carrier, which has been asked to ring."""
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return SignedSender(app, call.id)


@pytest.fixture
def fresh(session) -> Callable[[int], Call]:
    """A call as the database has it now."""

    def read(call_id: int) -> Call:
        session.rollback()
        return session.scalars(select(Call).where(Call.id == call_id).execution_options(populate_existing=True)).one()

    return read


@pytest.fixture
def carrier_server():
    with CarrierServer().running() as server:
        yield server


@pytest.fixture
def carrier_timeout() -> float:
    """How many seconds the carrier is waited for: only where it is never to answer, few."""
    return PATIENCE


@pytest.fixture
def ringing(own, settings, carrier_server, carrier_timeout) -> Ringing:
    """Rings by way of the carrier that answers as it is told, and waits for nothing else."""
    there = {"twilio_api_base_url": carrier_server.url, "carrier_timeout_seconds": carrier_timeout}
    there = settings.model_copy(update=there)
    return Ringing(TwilioCarrier(there), own.vault, settings, own.voice_urls)

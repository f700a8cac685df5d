"""A call that the carrier was asked to ring, and the job that asks what became of it, at any later moment."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from app.calls.queue.agreed import NOW_MEANS
from app.calls.run.reconcile import Reconciling
from models import Call, CallStatus
from tests.world.jobs import reconciled

NOW = datetime.now(UTC)
SINCE_NOW = {"status_since": NOW, "ring_until": NOW + NOW_MEANS}  # however long ago this file was read
NO_LEGS = {"calls": []}


def later(seconds):
    return NOW + timedelta(seconds=seconds)


@pytest.fixture
def dialing(session, call):
    """A call that the carrier was asked to ring just now, without an answer."""
    session.execute(update(Call).values(status=CallStatus.DIALING, **SINCE_NOW))
    session.commit()
    return call.id


@pytest.fixture
def reconciles(session, own, ringing):
    """The job, so many seconds from now; returns how many calls were asked about."""
    return lambda seconds: reconciled(session, later(seconds), Reconciling(ringing.carrier, own.vault))

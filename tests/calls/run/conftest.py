"""A call that the carrier was asked to ring, and the job that asks what became of it, at any later moment."""

import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import product

import pytest
from sqlalchemy import update

from app.calls.queue.agreed import NOW_MEANS
from app.calls.run.reconcile import Reconciling
from models import Call, CallStatus
from tests.world.jobs import reconciled

NOW = datetime.now(UTC)
SINCE_NOW = {"status_since": NOW, "ring_until": NOW + NOW_MEANS}
RFC = format_datetime(NOW)
NO_LEGS = {"calls": []}


@pytest.fixture(autouse=True)
def it_is_now(request, monkeypatch):
    """Every test begins now, however long ago its file was read: the database's clock goes on."""
    now = datetime.now(UTC)
    moments = {
        "NOW": now,
        "SINCE_NOW": {"status_since": now, "ring_until": now + NOW_MEANS},
        "RFC": format_datetime(now),
    }
    modules = {sys.modules[later.__module__], sys.modules["tests.calls.run.conftest"], request.module}
    for module, (name, moment) in product(modules, moments.items()):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, moment)


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

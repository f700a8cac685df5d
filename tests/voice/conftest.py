"""A call whose supporter is being rung, and the carrier that asks what to say."""

import pytest
from sqlalchemy import select

from app import create_app
from app.calls.life.status import move_call
from app.store.db import close_db
from models import Call, CallStatus, EventSource
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SignedSender


@pytest.fixture
def call_id(session, app, campaign):
    call = a_call(session, app.extensions["ringdown"], campaign)
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return call.id


@pytest.fixture
def carrier(app, call_id):
    return SignedSender(app, call_id)


@pytest.fixture
def status(session, call_id):
    """Where the call is in its life, now."""

    def status():
        session.rollback()
        return session.scalar(select(Call.status).where(Call.id == call_id))

    return status


@pytest.fixture
def app_with(settings):
    """The same app with something else in its settings."""
    made = []

    def app_with(**changed):
        made.append(create_app(settings.model_copy(update=changed)))
        return made[-1]

    yield app_with
    for app in made:
        close_db(app)


@pytest.fixture
def without_database(app_with):
    """The carrier of an app whose database is gone."""
    return SignedSender(app_with(database_url="postgresql://postgres@127.0.0.1:9/none"), 1)

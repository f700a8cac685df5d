"""A server on which one of everything is sealed by the old key."""

import pytest

from app.extensions import given
from tests.carrier_setup.conftest import NOTHING_SET
from tests.world.calls import a_call
from tests.world.server.sealed import OLD, Server


@pytest.fixture
def server(session, settings, campaign, tmp_path):
    server = Server(session, settings.model_copy(update=NOTHING_SET), tmp_path, a_call(session, given(), campaign))
    server.seals(OLD)
    return server

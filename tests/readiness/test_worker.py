"""Without a worker nobody is rung: a server is not ready then, and says so."""

import pytest
from pydantic import SecretStr

from tests.world.workers import a_worker

SENTENCE = "No worker runs: nobody is rung. Start it: flask worker"


@pytest.fixture
def ready(client):
    """What the probe answers."""

    def ready():
        answer = client.get("/readyz")
        return answer.status_code, answer.text

    return ready


@pytest.mark.parametrize("ago", [0, 50])
def test_a_server_whose_worker_lives_is_ready(session, ready, ago):
    a_worker(session, ago)
    assert ready() == (200, "ok\n")


def test_one_whose_worker_was_not_heard_of_for_a_minute_is_not(session, ready):
    a_worker(session, ago=61)
    assert ready() == (503, f"{SENTENCE}\n")


def test_a_server_without_a_carrier_needs_none(another_app):
    app = another_app(twilio_account_sid="", twilio_auth_token=SecretStr(""))
    assert app.test_client().get("/readyz").status_code == 200


def test_the_doctor_says_so_too(app, session):
    told = app.test_cli_runner().invoke(args=["doctor"]).output
    assert f"✗ {SENTENCE}" in told

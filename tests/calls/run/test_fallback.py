"""A call that we place names whoever answers the carrier when this server does not."""

import pytest

from app import create_app
from app.jobs.worker import make_worker
from app.store.db import close_db
from models import CarrierSetup

ELSEWHERE = "https://example.org/sorry"


@pytest.fixture
def named(session, settings, carrier_server, call):
    """Whom the call that a worker has rung names; a document elsewhere is set up."""
    carrier_server.answers()
    session.add(CarrierSetup(fallback_url=ELSEWHERE))
    session.commit()
    apps = []

    def named(*, rehearsal):
        there = settings.model_copy(update={"twilio_api_base_url": carrier_server.url})
        app = create_app(there, rehearsal=rehearsal)
        apps.append(app)
        tasks = {name.rpartition(".")[2]: task for name, task in make_worker(app).tasks.items()}
        tasks["ring"].func(call_id=call.id)
        return [form["FallbackUrl"][0] for _, path, form in carrier_server.asked if path.endswith("Calls.json")]

    yield named
    for app in apps:
        close_db(app)


def test_it_is_the_document_elsewhere_where_one_is_set_up(named):
    assert named(rehearsal=False) == [ELSEWHERE]


def test_a_rehearsal_asks_nobody_elsewhere(named):
    (url,) = named(rehearsal=True)
    assert url.endswith("/fallback")

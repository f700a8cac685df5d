"""What stands in line for a thread of the phone is known to have come when it did, by whatever server."""

import time
from contextlib import nullcontext
from os import getpid
from threading import Event
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from app.guard.route_classes import CARRIER
from app.serving.connections import by_gunicorn
from app.serving.lanes import Lanes
from app.serving.phone_use import PhoneUse, came
from tests.world.patience import PATIENCE

PHONE_PORT = 8081


class Request:
    """One of the carrier: answered once it may be, it knows when it came."""

    requests = (SimpleNamespace(asked=CARRIER),)  # as waitress has it,
    server = ("127.0.0.1", PHONE_PORT)  # and as gunicorn has

    def __init__(self):
        self.may_be_answered, self.is_answered = Event(), Event()

    def service(self):
        """Answer it."""
        self.may_be_answered.wait(PATIENCE)
        self.came = came()
        self.is_answered.set()


class ByGunicorn(by_gunicorn.Lanes):
    """Answers these, and nobody at a door."""

    def handle(self, conn):
        """Answer one."""
        conn.service()


@pytest.fixture
def waitress():
    """What takes a request up, of one phone thread."""
    lanes = Lanes(1, PhoneUse())
    yield lanes.add_task
    lanes.shutdown()


@pytest.fixture
def gunicorn():
    """The same."""
    settings = SimpleNamespace(phone_threads=1)
    app = SimpleNamespace(settings=settings, phone_port=PHONE_PORT, beside=nullcontext)
    worker = ByGunicorn(1, getpid(), [], app, 30, Config(), None)
    worker.begin_phone()
    worker.method_queue.init()
    yield worker.enqueue_req
    worker.phone.shutdown()
    worker.method_queue.close()
    worker.tmp.close()


@pytest.mark.parametrize("server", ["waitress", "gunicorn"])
def test_a_request_that_stands_in_line_came_before_its_turn(server, request):
    takes, first, second = request.getfixturevalue(server), Request(), Request()
    takes(first)
    before = time.monotonic()
    takes(second)
    after = time.monotonic()
    for one in (first, second):
        one.may_be_answered.set()
        assert one.is_answered.wait(PATIENCE)
    assert before <= second.came <= after

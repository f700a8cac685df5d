"""`flask serve` says what to do when it cannot listen where it was told to, and how to become its first admin.

It does so by waitress and by gunicorn.
"""

import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil
import pytest
import requests
from sqlalchemy import text

from app.serving.lanes import PAGE_THREADS
from app.serving.lanes import PATIENCE as PATIENCE_WITH_PAGES
from app.serving.web_server import listen
from app.team.people.demo_admin import DEMO_ADMIN, make_demo_admin
from models import Organizer
from tests.world.patience import PATIENCE, eventually

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def serve(another_app):
    """Run `flask serve` with other settings, and return what it says in the end."""

    def serve(**settings):
        result = another_app(**settings).test_cli_runner().invoke(args=["serve"])
        assert result.exit_code == 1
        return result.output

    return serve


def test_an_address_that_is_not_of_this_computer(serve):
    told = serve(listen="192.0.2.1")
    assert "This computer has no address 192.0.2.1. Set LISTEN to one that it has, to 0.0.0.0 for all" in told


def test_a_port_that_is_taken(serve):
    with listen(0) as other:
        port = other.getsockname()[1]
        assert f"Port {port} is taken by another program." in serve(port=port)


def free_port():
    with listen(0) as free:
        return free.getsockname()[1]


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def phone_port():
    """Of the door at which only the carrier is to ask."""
    return free_port()


@pytest.fixture
def processes():
    """How many there are."""
    return 1


@pytest.fixture
def web_server():
    """What answers."""
    return "waitress"


@pytest.fixture
def server(clean_database, port, phone_port, processes, web_server):
    """`flask serve` as a process of its own."""
    ports = {"PORT": str(port), "PHONE_PORT": str(phone_port), "WEB_SERVER": web_server}
    told = {"DATABASE_URL": clean_database, "WEB_PROCESSES": str(processes), **ports}
    where = os.environ | told | {"PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "flask", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        yield process
        process.kill()


def first_link(process):
    return next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/join/\S+", line)))


EITHER = pytest.mark.parametrize("web_server", ["waitress", "gunicorn"])


@EITHER
def test_a_server_without_an_admin_prints_a_link_that_makes_one_and_ends_when_told(server, phone_port):
    page = requests.get(first_link(server), timeout=PATIENCE)
    assert requests.get(f"http://127.0.0.1:{phone_port}/healthz", timeout=PATIENCE).text == "ok\n"
    server.terminate()
    assert server.wait(PATIENCE) == 0
    assert "You become the first admin" in page.text


@pytest.fixture
def answers(port):
    """Ask again and again until something is so; what was answered."""

    def answers(until):
        asked = []
        while not asked or not until():
            asked.append(requests.get(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE).status_code)
        return set(asked)

    return answers


def children(process):
    """Those that serve: a child that is none of Python is the watch of an embedded database."""
    return [one.pid for one in psutil.Process(process.pid).children() if "python" in one.name()]


def both(process):
    running = children(process)
    return running if len(running) == 2 else []


@EITHER
@pytest.mark.parametrize("processes", [2])
def test_of_two_processes_behind_one_address_one_may_stop_and_nobody_is_refused(server, answers):
    first_link(server)
    stops, stays = eventually(lambda: both(server))
    os.kill(stops, signal.SIGTERM)
    assert answers(until=lambda: stops not in children(server)) == {200}
    assert stays in eventually(lambda: both(server))
    server.terminate()
    assert server.wait(PATIENCE) == 0


def test_gunicorn_wants_to_know_at_which_port_the_carrier_comes(serve, port):
    told = serve(web_server="gunicorn", port=port)
    assert "WEB_SERVER=gunicorn needs PHONE_PORT" in told


@pytest.fixture
def pages_wait(session):
    """Whatever looks for a campaign waits, until this is over."""

    @contextmanager
    def pages_wait():
        session.execute(text("LOCK TABLE campaign IN ACCESS EXCLUSIVE MODE"))
        yield
        session.rollback()

    return pages_wait


@pytest.mark.parametrize("web_server", ["gunicorn"])
def test_the_phone_is_answered_while_every_thread_of_pages_waits(server, port, phone_port, pages_wait):
    first_link(server)
    with ThreadPoolExecutor(3 * PAGE_THREADS) as visitors:
        with pages_wait():
            page = partial(requests.get, f"http://127.0.0.1:{port}/c/nowhere", timeout=PATIENCE)
            asked = [visitors.submit(page) for _ in range(3 * PAGE_THREADS)]
            time.sleep(PATIENCE_WITH_PAGES + 0.5)
            assert requests.get(f"http://127.0.0.1:{phone_port}/healthz", timeout=PATIENCE).text == "ok\n"
            assert not all(one.done() for one in asked)
        told = [one.result() for one in asked]
    assert any("Very many" in one.text for one in told if one.status_code == 503)


@pytest.fixture
def a_demo_was_killed(session):
    """Its admin is still there."""
    make_demo_admin(session, "a long password of the tests")
    session.commit()


def test_the_demos_admin_is_none_of_a_real_server(a_demo_was_killed, server, session):
    first_link(server)
    session.rollback()
    assert session.query(Organizer).filter_by(email=DEMO_ADMIN).count() == 0

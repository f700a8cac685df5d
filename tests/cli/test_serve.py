"""`flask serve` says what to do when it cannot listen where it was told to, and how to become its first admin."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import requests

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
def server(clean_database, port, phone_port, processes):
    """`flask serve` as a process of its own."""
    ports = {"PORT": str(port), "PHONE_PORT": str(phone_port)}
    told = {"DATABASE_URL": clean_database, "WEB_PROCESSES": str(processes), **ports}
    where = os.environ | told | {"PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "flask", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        yield process
        process.kill()


def first_link(process):
    return next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/join/\S+", line)))


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


@pytest.mark.parametrize("processes", [2])
def test_of_two_processes_behind_one_address_one_may_stop_and_nobody_is_refused(server, answers):
    first_link(server)
    stops, stays = eventually(lambda: both(server))
    os.kill(stops, signal.SIGTERM)
    assert answers(until=lambda: stops not in children(server)) == {200}
    assert stays in eventually(lambda: both(server))
    server.terminate()
    assert server.wait(PATIENCE) == 0


@pytest.fixture
def a_demo_was_killed(session):
    """Its admin is still there."""
    make_demo_admin(session, "a long password of the tests")
    session.commit()


def test_the_demos_admin_is_none_of_a_real_server(a_demo_was_killed, server, session):
    first_link(server)
    session.rollback()
    assert session.query(Organizer).filter_by(email=DEMO_ADMIN).count() == 0

"""`make demo`, as a newcomer starts it: a process of its own, on ports of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import requests

from app.team.people.demo_admin import DEMO_ADMIN
from app.team.people.members import member_named
from models import TeamRole
from tests.world.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(clean_database, settings):
    """A newcomer's environment on the test's database."""
    return os.environ | {"DATABASE_URL": clean_database, "PORT": str(two_free_ports()), "PYTHONUNBUFFERED": "1"}


def two_free_ports():
    """A port that is free, and so is the next: the demo takes both."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as free, suppress(OSError, OverflowError):
            port = free.getsockname()[1]
            socket.create_server(("127.0.0.1", port + 1)).close()
            return port


def start(environment):
    command = [sys.executable, "-m", "flask", "demo"]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.fixture
def demo(environment, run):
    run("seed")
    with start(environment) as process:
        yield process
        process.kill()


def printed_until(process, words):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


def test_it_prints_three_addresses_that_answer_and_stops_on_interruption(demo):
    urls = re.findall(r"http://\S+", printed_until(demo, "Ctrl-C"))
    assert [requests.get(url, timeout=PATIENCE).status_code for url in urls] == [200, 200, 200]
    demo.send_signal(signal.SIGINT)
    assert demo.wait(PATIENCE) == 0


def test_its_admin_is_there_while_it_runs(demo, session):
    printed_until(demo, "Ctrl-C")
    assert member_named(session, DEMO_ADMIN).role is TeamRole.ADMIN
    session.rollback()
    demo.send_signal(signal.SIGINT)
    demo.wait(PATIENCE)
    assert member_named(session, DEMO_ADMIN) is None


def test_one_click_signs_in(demo):
    urls, browser = re.findall(r"http://\S+", printed_until(demo, "Ctrl-C")), requests.Session()
    page = browser.get(urls[2], timeout=PATIENCE)
    form = {"csrf_token": re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]}
    log = browser.post(page.url.partition("?")[0] + "/demo", data=form, timeout=PATIENCE)
    assert (log.url, DEMO_ADMIN in log.text) == (urls[2], True)


def test_a_taken_port_is_said_plainly(environment, run):
    run("seed")
    with socket.create_server(("127.0.0.1", int(environment["PORT"]))), start(environment) as process:
        assert f"Port {environment['PORT']} is taken" in process.stdout.read()
        assert process.wait(PATIENCE) == 1


def test_it_refuses_to_run_beside_live_credentials(environment, run):
    run("seed")
    live = {"TWILIO_ACCOUNT_SID": "AC" + "f" * 32, "TWILIO_AUTH_TOKEN": "e" * 32}
    with start(environment | live) as process:
        assert "Unset the TWILIO_ variables" in process.stdout.read()
        assert process.wait(PATIENCE) == 1

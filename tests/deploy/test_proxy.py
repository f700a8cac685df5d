"""What the proxy lets through, and what it says of who asks: as its file stands, before an app that tells it."""

import subprocess
import threading
from contextlib import contextmanager

import pytest
import requests
from flask import Flask, request
from werkzeug.serving import make_server

from app.serving.proxies import init_proxies
from tests.world.patience import PATIENCE, eventually
from tests.world.server.deployed import free_port

A_SUPPORTER = "198.51.100.7"
THIS_COMPUTER = "127.0.0.1"  # from where tests ask: a load balancer, or somebody


@pytest.fixture
def behind():
    """The port of an app behind so many proxies: it answers every path with the address that it believes."""
    with make_server(THIS_COMPUTER, 0, app := Flask(__name__)) as server:
        init_proxies(app, 2)
        app.before_request(lambda: request.remote_addr)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def proxy(caddy, deploy, behind, tmp_path):
    """Run it; what it answers at a path, and to whom."""

    @contextmanager
    def proxy(**settings):
        port, told = free_port(), {"HOME": str(tmp_path), "DOMAIN": "http://localhost"}
        ports = {"HTTP_PORT": str(port)} | dict.fromkeys(("WEB", "PHONE"), f"{THIS_COMPUTER}:{behind}")
        program = [caddy, "run", "--adapter", "caddyfile", "--config", deploy / "Caddyfile"]
        with subprocess.Popen(program, env=told | ports | settings, stderr=subprocess.DEVNULL) as process:  # noqa: S603

            def answers(path, said=A_SUPPORTER):
                """Asked by somebody who says that they ask for another."""
                where = requests.Request("GET", url := f"http://localhost:{port}", headers={"X-Forwarded-For": said})
                asked = where.prepare()
                asked.url = url + path  # as it is spelled
                with requests.Session() as browser:
                    return browser.send(asked, timeout=PATIENCE)

            try:
                assert eventually(lambda: is_there(answers))
                yield answers
            finally:
                process.terminate()

    return proxy


def is_there(answers):
    try:
        return answers("/healthz").ok
    except OSError:
        return False


def test_figures_are_hidden_from_outside_however_they_are_spelled(proxy):
    with proxy() as answers:
        spelled = ["/metrics", "/metrics/", "/metrics/x", "//metrics", "/%6detrics/", "/./metrics/"]
        assert [path for path in spelled if answers(path).status_code != 404] == []
        assert answers("/metric").ok


def test_behind_a_load_balancer_each_supporter_is_a_visitor_of_their_own(proxy):
    with proxy(LOAD_BALANCERS="10.0.0.0/8 127.0.0.0/8") as answers:
        for path in ("/c/safe-communities", "/voice/x"):
            assert answers(path, f"192.0.2.1, {A_SUPPORTER}").text == A_SUPPORTER  # the first, anybody wrote


def test_without_one_nobody_is_believed_who_says_that_they_are_another(proxy):
    with proxy() as answers:
        assert answers("/c/safe-communities").text == THIS_COMPUTER

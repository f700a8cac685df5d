"""Where the app listens: on this computer, or on the address it was given."""

import socket
from threading import Event, Thread

import pytest
import requests
from flask import request

from app.serving.connections.finishing import serve
from app.serving.web_server import NoSuchAddressError, PortTakenError, WebServerThread, listen, servers_for

NOT_OURS = "192.0.2.1"  # for documentation: no computer has it


def has_ipv6():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.fixture
def answer(app):
    """What the app says at its health address, while it listens on an address and is asked at another."""

    def answer(listens, asked):
        listener = listen(0, listens)
        port = listener.getsockname()[1]
        with WebServerThread(app, listener):
            return requests.get(f"http://{asked}:{port}/healthz", timeout=30).text

    return answer


def test_it_is_for_this_computer_unless_an_address_is_given():
    with listen(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 - as in a container
def test_it_answers_where_it_listens(answer, address):
    assert answer(address, "127.0.0.1") == "ok\n"


@pytest.mark.skipif(not has_ipv6(), reason="this computer has no IPv6")
@pytest.mark.parametrize(("listens", "asked"), [("::1", "[::1]"), ("::", "[::1]"), ("::", "127.0.0.1")])
def test_it_answers_over_ipv6(answer, listens, asked):
    assert answer(listens, asked) == "ok\n"


def test_an_address_of_another_computer_is_refused():
    with pytest.raises(NoSuchAddressError):
        listen(0, NOT_OURS)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 - as in a container
def test_a_port_is_taken_on_every_address_that_holds_it(address):
    with listen(0) as other, pytest.raises(PortTakenError):
        listen(other.getsockname()[1], address)


def test_a_port_that_cannot_be_is_refused():
    with pytest.raises(PortTakenError):
        listen(65536)


def test_only_where_a_proxy_is_trusted_the_server_hands_on_what_it_says(another_app):
    handed_on = []
    for trusted in (0, 1):
        app = another_app(trusted_proxies=trusted)
        app.before_request(lambda: handed_on.append(request.remote_addr))
        with listen(0) as listener, WebServerThread(app, listener):
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/healthz"
            requests.get(url, headers={"X-Forwarded-For": "203.0.113.7"}, timeout=30)
    assert handed_on == ["127.0.0.1", "203.0.113.7"]


@pytest.fixture
def phone_door(app):
    """That of the phone is served; at the other door the server hangs, whatever holds it up."""
    doors = listen(0), listen(0)
    (hangs, serves), stopping = servers_for(app, *doors), Event()
    phone = Thread(target=serve, args=(serves, stopping), kwargs={"lingers": 0})
    phone.start()
    yield doors[1].getsockname()[1]
    stopping.set()
    serves.pull_trigger()
    phone.join()
    hangs.task_dispatcher.shutdown()
    hangs.close()


def test_the_phone_s_own_door_is_open_whatever_holds_up_the_other(phone_door):
    assert requests.get(f"http://127.0.0.1:{phone_door}/healthz", timeout=30).text == "ok\n"

"""A server that is told to stop answers what was begun and who already stood at its door, and then is gone."""

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import requests
from waitress.server import create_server

from app.serving.connections.channel import Channel
from app.serving.connections.finishing import serve
from app.serving.web_server import listen
from tests.world.patience import PATIENCE, eventually

ASKS = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Answers:
    """An app that begins to answer, and ends when it may."""

    def __init__(self):
        self.began, self.may_end = Event(), Event()

    def __call__(self, _environ, start_response):
        self.began.set()
        assert self.may_end.wait(PATIENCE)
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def server(answers):
    server = create_server(answers, sockets=[listen(0)], asyncore_use_poll=True)
    server.channel_class = Channel
    return server


@pytest.fixture
def where(server):
    return server.socket.getsockname()


@pytest.fixture
def told():
    """It was told to stop before it began."""
    told = Event()
    told.set()
    return told


def test_what_was_begun_is_answered_and_is_the_last_of_its_connection(server, where, answers):
    stopping = Event()
    with ThreadPoolExecutor(2) as threads:
        serving = threads.submit(serve, server, stopping, lingers=0, ends_within=PATIENCE)
        asked = threads.submit(requests.get, f"http://127.0.0.1:{where[1]}/", timeout=PATIENCE)
        assert answers.began.wait(PATIENCE)
        stopping.set()
        server.pull_trigger()
        assert eventually(lambda: not server.accepting)
        answers.may_end.set()
        answer = asked.result()
        serving.result()
    assert (answer.text, answer.headers["Connection"]) == ("ok", "close")


def test_who_already_stood_at_the_door_is_answered(server, where, answers, told):
    answers.may_end.set()
    at_the_door = [socket.create_connection(where) for _ in range(3)]
    for one in at_the_door:
        one.sendall(ASKS)
    serve(server, told, lingers=0, ends_within=PATIENCE)
    for one in at_the_door:
        assert one.makefile("rb").read().endswith(b"\r\n\r\nok")
        one.close()


def test_nobody_comes_in_afterwards(server, where, told):
    serve(server, told, lingers=0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(where)


def test_who_sends_half_a_request_is_not_waited_for_for_ever(server, where, told):
    with socket.create_connection(where) as half:
        half.sendall(ASKS[:10])
        serve(server, told, lingers=0.2, ends_within=0.4)
        assert half.recv(1) == b""

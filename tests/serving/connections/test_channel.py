"""A request must be there as a whole in time: whoever drips is let go, whoever sends much has the time it takes."""

import socket
import threading

import pytest
from waitress.server import create_server

from app.serving.connections import channel as channels
from app.serving.connections.channel import MANY, TAKES_WITHIN, WITHIN, WITHIN_AMONG_MANY, Channel
from app.serving.web_server import listen


class Timed(Channel):
    """By a stopwatch that a test moves."""

    passed = 0.0

    def stopwatch(self):
        """How many seconds passed."""
        return self.passed


@pytest.fixture
def server():
    """One that nobody runs: a test does each step itself."""
    sockets = {}
    server = create_server(lambda *_: [], map=sockets, sockets=[listen(0)])
    server.channel_class = Timed
    yield server
    server.task_dispatcher.shutdown()
    for open_socket in list(sockets.values()):
        open_socket.close()


@pytest.fixture
def channel(server):
    with socket.create_connection(server.socket.getsockname()):
        server.handle_accept()
        (channel,) = server.active_channels.values()
        yield channel


def takes(channel, data, after):
    """Whether something is taken that comes so many seconds after the beginning."""
    channel.passed = after
    return channel.received(data) and not channel.will_close


def test_a_request_that_comes_bit_by_bit_in_time_is_taken(channel):
    assert [takes(channel, b"GET", 0), takes(channel, b" / HT", WITHIN)] == [True, True]


def test_one_that_drips_is_let_go(channel):
    assert [takes(channel, b"G", 0), takes(channel, b"E", 3), takes(channel, b"T", WITHIN + 0.1)] == [True, True, False]


def test_a_connection_that_was_quiet_for_long_may_ask_anew(channel):
    whole = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    channel.server.add_task = lambda channel: channel.requests.clear()  # answered at once
    assert [takes(channel, whole, 0), takes(channel, whole, 3600)] == [True, True]


def test_who_sends_much_has_the_time_that_it_takes(channel):
    begins = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
    assert takes(channel, begins, 0)
    assert takes(channel, b"x" * 50_000, 55)
    assert not takes(channel, b"x", 65)


def test_among_many_connections_nobody_may_take_so_long(channel, server):
    others = dict.fromkeys(range(-MANY, 0))
    server.active_channels.update(others)
    assert [takes(channel, b"G", 0), takes(channel, b"E", WITHIN_AMONG_MANY + 0.1)] == [True, False]
    for other in others:
        del server.active_channels[other]


def test_whoever_takes_nothing_of_a_long_file_is_let_go(channel, monkeypatch):
    monkeypatch.setattr(channels, "LOOKS_EVERY", 0.01)
    channel.total_outbufs_len = channel.adj.outbuf_high_watermark + 1
    writes = threading.Thread(target=channel._flush_outbufs_below_high_watermark)  # noqa: SLF001 - as waitress does
    writes.start()
    channel.passed = TAKES_WITHIN + 1
    while not channel.will_close:
        writes.join(0.01)
    channel.handle_close()
    writes.join()
    assert not channel.connected

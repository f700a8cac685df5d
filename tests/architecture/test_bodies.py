"""No route reads a body that is larger than its class takes, nor takes apart a form of too many fields."""

import re
import socket
from contextvars import Context

import pytest
from flask import request
from werkzeug.test import encode_multipart

from app.guard import bodies
from app.guard.bodies import WITHOUT_BODY
from app.guard.route_classes import CLASSES, ORGANIZER, PROGRAM, UPLOAD
from app.guard.routes import class_of
from app.serving.web_server import WebServerThread, listen
from tests.architecture.test_routes import BLANK, SOMETHING
from tests.world.patience import PATIENCE

FORM = "application/x-www-form-urlencoded"
MOST_OF_A_STRANGER = 512 * 1024
MOST_TEXT = 500_000
KIB = 1024
KINDLY = 303  # to the page where a file was chosen, which says that it is too large


def routes(app):
    """Every method of every route: its class, the method, an address."""
    return [
        (class_of(app, rule.endpoint), method, BLANK.sub(lambda blank: SOMETHING.get(blank[1], "x"), rule.rule))
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods)
    ]


def largest(asked, method):
    """What any route takes of this class, of whoever is known."""
    return 0 if method in WITHOUT_BODY else asked.largest_body or asked.usual_body


class Unread:
    """A body of which nothing may be read."""

    def __init__(self):
        self.came = 0

    def read(self, size=-1):
        size = 64 * KIB if size < 0 else size
        self.came += size
        return b"x" * size

    readline, read1 = read, read


@pytest.fixture
def sends(app):
    """Send a body to a route as a server does that looks at nothing itself; what was answered, how much was read."""

    def sends(method, path, **environ):
        body = Unread()
        told = {"CONTENT_TYPE": FORM, "wsgi.input": body} | environ
        client = app.test_client()
        answer = Context().run(client.open, path, method=method, environ_overrides=told, buffered=True)
        return answer.status_code, body.came

    return sends


def test_every_class_takes_little_of_strangers_and_much_only_where_files_are_sent():
    assert all(one.usual_body <= MOST_OF_A_STRANGER for one in CLASSES)
    assert [one.name for one in CLASSES if one.largest_body] == [UPLOAD.name]
    assert all(one.most_fields <= 100 for one in CLASSES if one.guard is not ORGANIZER.guard)


def test_what_says_that_it_is_too_large_is_refused_unread_by_every_route(app, sends):
    answers = {
        (method, path): sends(method, path, CONTENT_LENGTH=str(largest(asked, method) + 1))
        for asked, method, path in routes(app)
    }
    assert {where: told for where, told in answers.items() if told not in ((413, 0), (KINDLY, 0))} == {}


def test_of_a_body_that_says_no_length_no_route_reads_more_than_its_class_takes_of_a_stranger(app, sends):
    read = {
        (method, path): sends(method, path, **{"wsgi.input_terminated": True})[1] - asked.usual_body
        for asked, method, path in routes(app)
        if method not in WITHOUT_BODY
    }
    assert {where: more for where, more in read.items() if more > 64 * KIB} == {}


@pytest.fixture
def fields(another_app):
    """How many fields a route made of what was sent; None where it refused to."""
    app = another_app()  # what is added to one stays there
    seen, hooks = [], app.before_request_funcs[None]
    held = next(nth for nth, hook in enumerate(hooks) if hook.__module__ == bodies.__name__)
    hooks.insert(held + 1, lambda: seen.append(len(request.form)))  # before anybody asks who that is

    def fields(path, body, content_type=FORM):
        seen.clear()
        answer = app.test_client().post(path, data=body, content_type=content_type)
        return seen[0] if answer.status_code not in {413, KINDLY} or seen else None

    return fields


def forms(app):
    """An address for each class that takes forms."""
    return {asked: path for asked, method, path in routes(app) if method == "POST" and asked is not PROGRAM}


def test_of_a_form_of_too_many_fields_none_is_taken_apart(app, fields):
    for asked, path in forms(app).items():
        assert fields(path, "&".join(["a=b"] * (asked.most_fields + 1))) is None, path
        boundary, body = encode_multipart({f"a{nth}": "b" for nth in range(asked.most_fields + 1)})
        assert fields(path, body, f"multipart/form-data; boundary={boundary}") is None, path


def test_nor_one_field_of_many_bytes(app, fields):
    for path in forms(app).values():
        assert fields(path, b"a=" + b"x" * MOST_TEXT) is None, path
        boundary, body = encode_multipart({"a": "x" * (MOST_TEXT + 1)})
        assert fields(path, body, f"multipart/form-data; boundary={boundary}") is None, path


@pytest.fixture
def server(app):
    """Where our own server answers."""
    listener = listen(0)
    with WebServerThread(app, listener):
        yield listener.getsockname()


def answers(server, *parts):
    """The first line that comes back, though no more is sent than this."""
    with socket.create_connection(server, timeout=PATIENCE) as there:
        for part in parts:
            there.sendall(part)
        told = there.recv(KIB).decode("latin-1")
    return re.match(r"HTTP/1\.[01] (\d{3})", told)[1]


def test_our_own_server_answers_by_the_head_alone(app, server):
    told = {
        (method, path): answers(
            server,
            f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {largest(asked, method) + 1}\r\n\r\n".encode(),
        )
        for asked, method, path in routes(app)
        if method != "TRACE"
    }
    assert {where: status for where, status in told.items() if status not in {"413", str(KINDLY)}} == {}


def test_it_reads_no_head_without_an_end(server):
    assert answers(server, b"GET /?" + b"x" * 9 * KIB) in {"400", "431"}

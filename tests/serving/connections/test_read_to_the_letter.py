"""Whatever two programs might read in two ways is refused, and of a body no more is read than its route takes."""

import re
import socket

import pytest
from flask import request

from app.guard.route_classes import SUPPORTER, UPLOAD
from app.serving.web_server import WebServerThread, listen
from tests.world.patience import PATIENCE

FORM = "Content-Type: application/x-www-form-urlencoded"
HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
TWICE = "Transfer-Encoding: chunked"
IN_CHUNKS = "3\r\na=b\r\n0\r\n\r\n"
DOUBTFUL = {
    "chunked twice in a header": (["Transfer-Encoding: chunked, chunked"], IN_CHUNKS),
    "chunked in two headers": ([TWICE, TWICE], IN_CHUNKS),
    "another coding before": (["Transfer-Encoding: gzip, chunked"], IN_CHUNKS),
    "another coding behind": (["Transfer-Encoding: chunked, identity"], IN_CHUNKS),
    "identity": (["Transfer-Encoding: identity", "Content-Length: 3"], "a=b"),
    "an empty coding": (["Transfer-Encoding:", "Content-Length: 3"], "a=b"),
    "a comma behind": (["Transfer-Encoding: chunked,"], IN_CHUNKS),
    "a comma before": (["Transfer-Encoding: ,chunked"], IN_CHUNKS),
    "in quotes": (['Transfer-Encoding: "chunked"'], IN_CHUNKS),
    "with a parameter": (["Transfer-Encoding: chunked;a=b"], IN_CHUNKS),
    "a letter more": (["Transfer-Encoding: xchunked"], IN_CHUNKS),
    "a vertical tab before": (["Transfer-Encoding: \x0bchunked"], IN_CHUNKS),
    "a blank before the colon": (["Transfer-Encoding : chunked"], IN_CHUNKS),
    "a low line for the dash": (["Transfer_Encoding: chunked", "Content-Length: 3"], "a=b"),
    "a length with a low line": (["Content_Length: 30"], HIDDEN),
    "in a second line": (["Transfer-Encoding:", " chunked"], IN_CHUNKS),
    "a header that goes on": (["X-Long: a", "\tContent-Length: 30", "Content-Length: 3"], "a=b"),
    "a length and chunks": ([TWICE, "Content-Length: 3"], IN_CHUNKS),
    "chunks and a length of 0": (["Content-Length: 0", TWICE], IN_CHUNKS),
    "two lengths": (["Content-Length: 3", "Content-Length: 0"], "a=b"),
    "the same length twice": (["Content-Length: 3", "Content-Length: 3"], "a=b"),
    "two lengths in one header": (["Content-Length: 3, 3"], "a=b"),
    "a length with a sign": (["Content-Length: +3"], "a=b"),
    "a negative length": (["Content-Length: -3"], "a=b"),
    "a length in other figures": (["Content-Length: 0x3"], "a=b"),
    "a length that may be octal": (["Content-Length: 03"], "a=b"),
    "a length that ends elsewhere": (["Content-Length: 3\x00"], "a=b"),
    "a length that is none": (["Content-Length:"], "a=b"),
    "two hosts": (["Host: y"], ""),
    "a bare LF in the head": (["X-A: b\nContent-Length: 30"], HIDDEN),
    "a bare CR in the head": (["X-A: b\rContent-Length: 30"], HIDDEN),
    "a header without a colon": (["Content-Length 3"], "a=b"),
    "an extension of a chunk": ([TWICE], "3;a=b\r\na=b\r\n0\r\n\r\n"),
    "an empty extension": ([TWICE], "3;\r\na=b\r\n0\r\n\r\n"),
    "an extension of the last": ([TWICE], "3\r\na=b\r\n0;a\r\n\r\n"),
    "a line before a chunk": ([TWICE], "\r\n3\r\na=b\r\n0\r\n\r\n"),
    "a size with a sign": ([TWICE], "+3\r\na=b\r\n0\r\n\r\n"),
    "a size with 0x": ([TWICE], "0x3\r\na=b\r\n0\r\n\r\n"),
    "a size with a blank": ([TWICE], "3 \r\na=b\r\n0\r\n\r\n"),
    "a size that is too long": ([TWICE], "000000003\r\na=b\r\n0\r\n\r\n"),
    "a size behind a bare LF": ([TWICE], "3\na=b\r\n0\r\n\r\n"),
    "a bare CR behind a size": ([TWICE], "3\ra=b\r\n0\r\n\r\n"),
    "a chunk that is longer than it says": ([TWICE], "2\r\na=b\r\n0\r\n\r\n"),
    "a bare LF behind a chunk": ([TWICE], "3\r\na=b\n0\r\n\r\n"),
    "a trailer": ([TWICE], "3\r\na=b\r\n0\r\nContent-Length: 30\r\n\r\n"),
    "a bare LF at the end": ([TWICE], "3\r\na=b\r\n0\r\n\n"),
}
STARTS = {
    "no version": "POST /c/nowhere/call",
    "an old version with chunks": "POST /c/nowhere/call HTTP/1.0\r\nTransfer-Encoding: chunked",
    "a version to come": "POST /c/nowhere/call HTTP/2.0",
    "a version in small letters": "POST /c/nowhere/call http/1.1",
    "two blanks": "POST  /c/nowhere/call HTTP/1.1",
    "a tab": "POST\t/c/nowhere/call HTTP/1.1",
    "a blank at the end": "POST /c/nowhere/call HTTP/1.1 ",
    "a NUL in the address": "POST /c/now\x00here/call HTTP/1.1",
    "a method in small letters": "post /c/nowhere/call HTTP/1.1",
    "a bare LF at the end": "POST /c/nowhere/call HTTP/1.1\nX: y",
    "a bracket that is left open": "POST http://[x HTTP/1.1",
    "brackets around no address": "POST http://[maria-jones-12elm]/ HTTP/1.1",
}


@pytest.fixture
def read():
    """The forms that the app read."""
    return []


@pytest.fixture
def address(another_app, read):
    app, listener = another_app(), listen(0)
    app.before_request_funcs[None].append(lambda: read.append(dict(request.form)))
    with WebServerThread(app, listener):
        yield listener.getsockname()


@pytest.fixture
def answers(address):
    """What all answers say that they are to what is sent as it is, until the server closes the connection."""

    def answers(*parts):
        with socket.create_connection(address, timeout=PATIENCE) as there:
            for part in parts:
                there.sendall(part.encode("latin-1"))
            told = b"".join(iter(lambda: there.recv(65536), b""))
        return re.findall(r"HTTP/1\.[01] (\d{3})", told.decode("latin-1"))

    return answers


def post(headers, body, start="POST /c/nowhere/call HTTP/1.1"):
    return "\r\n".join([start, "Host: x", FORM, *headers, "", ""]) + body + HIDDEN


def test_what_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_read(answers, read):
    assert {name: told for name, sent in DOUBTFUL.items() if (told := answers(post(*sent))) != ["400"]} == {}
    assert read == []


def test_so_is_a_first_line(answers):
    sent = {name: post(["Content-Length: 0"], "", start) for name, start in STARTS.items()}
    assert {name: told for name, it in sent.items() if (told := answers(it)) != ["400"]} == {}


def test_a_head_of_bare_line_feeds_is_refused_before_anybody_waits_for_its_end(answers):
    assert answers("GET / HTTP/1.1\nHost: x\n\n") == ["400"]


def test_what_is_clear_is_answered_request_after_request(answers, read):
    clear = post([TWICE.swapcase()], IN_CHUNKS).removesuffix(HIDDEN), post(["content-length: 3"], "a=b")
    assert answers(*clear) == ["404"] * 3
    assert read == [{"a": "b"}, {"a": "b"}, {}]


def test_a_body_in_chunks_arrives_however_it_is_cut(answers, read):
    whole = post([TWICE], "3\r\na=b\r\n0A\r\n&c=1234567\r\n0\r\n\r\n")
    assert answers(*whole) == ["404", "404"]
    assert read[0] == {"a": "b", "c": "1234567"}


def test_a_body_that_is_too_long_is_refused_by_its_head(answers):
    for path in ("/c/nowhere/call", "/api/v1/representatives", "/sign-in", "/voice/x/status", "/"):
        head = post(["Content-Length: 999999999"], "", f"POST {path} HTTP/1.1").removesuffix(HIDDEN)
        assert answers(head, "x" * 100_000) == ["413"], path


def test_whoever_waits_to_be_told_to_go_on_is_told_no(answers):
    head = post(["Content-Length: 999999999", "Expect: 100-continue"], "").removesuffix(HIDDEN)
    assert answers(head) == ["413"]


def test_chunks_without_end_are_refused_once_they_are_too_many(answers):
    chunk = f"2000\r\n{'x' * 0x2000}\r\n"
    assert answers(post([TWICE], "").removesuffix(HIDDEN), *[chunk] * 40) == ["413"]


def test_a_page_that_is_only_read_takes_no_body(answers):
    assert answers(post(["Content-Length: 3"], "a=b", "GET /c/nowhere HTTP/1.1")) == ["413"]


def test_a_file_of_somebody_unknown_is_not_read(answers):
    head = post([f"Content-Length: {UPLOAD.usual_body + 1}"], "", "POST /organizers/offices/import HTTP/1.1")
    assert answers(head.removesuffix(HIDDEN)) == ["403"]  # nobody leads this server yet


def test_of_too_many_fields_none_is_taken_apart(answers, read):
    fields = "&".join("a=b" for _ in range(SUPPORTER.most_fields + 1))
    assert answers(post([f"Content-Length: {len(fields)}", "Connection: close"], fields)) == ["413"]
    assert read == []

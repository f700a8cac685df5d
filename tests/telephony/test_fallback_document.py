"""The document elsewhere is fetched from public addresses alone, and is used only if it speaks to callers."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from app.telephony.fallback_document import TEXT, NotTheDocument, check_document

PUBLIC = "93.184.215.14"


@pytest.fixture
def served() -> Iterator:
    """A web server of this computer that answers this."""
    answer = {"status": 200, "body": TEXT}

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(answer["status"])
            self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
            self.wfile.write(answer["body"].encode())

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/bin", answer
    server.shutdown()
    server.server_close()
    thread.join()


def refusal(url, **how) -> str:
    with pytest.raises(NotTheDocument) as refused:
        check_document(url, **{"on_this_computer": False, **how})
    return str(refused.value)


def test_the_text_that_is_offered_is_such_a_document(served):
    check_document(served[0], on_this_computer=True)


@pytest.mark.parametrize(
    ("status", "body"),
    [(302, TEXT), (404, TEXT), (200, "<html>Hello</html>"), (200, "<Response></Response>")],
)
def test_anything_else_is_none_and_no_redirect_is_followed(served, status, body):
    url, answer = served
    answer.update(status=status, body=body)
    assert "not with such a document" in refusal(url, on_this_computer=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x",
        "ftp://example.org/x",
        "https://",
        "https://u:p@example.org/",
        "https://example.org:8443/",
        "https://[::1",
        "javascript:x",
        "",
    ],
)
def test_what_is_no_address_is_not_asked(url):
    assert "begins with https://" in refusal(url)


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "192.168.1.1", "::1", "fd00::1"])
def test_a_name_that_leads_inside_is_not_asked(inside):
    assert "not on the internet" in refusal("https://example.org/", resolve=lambda _: {inside})
    assert "not on the internet" in refusal("https://example.org/", resolve=lambda _: {PUBLIC, inside})
    assert "not on the internet" in refusal("https://example.org/", resolve=lambda _: set())


@pytest.mark.parametrize("here", ["http://127.0.0.1:9/x", "http://localhost:9/x"])
def test_this_computer_is_not_asked_where_the_carrier_is_elsewhere(here):
    assert refusal(here, resolve=lambda _: {"127.0.0.1"})


def test_a_name_that_leads_nowhere_is_told():
    def nowhere(_):
        raise socket.gaierror

    assert "no answer" in refusal("https://example.org/", resolve=nowhere)


def test_where_nobody_listens_there_is_no_answer():
    assert "no answer" in refusal("http://127.0.0.1:9/x", on_this_computer=True)

"""Log lines say what happened and to which call, and nothing by which a person could be found."""

import logging
import secrets
from pathlib import Path

import pytest
import structlog
from gunicorn.config import Config

from app.guard.masking import masked, told
from app.guard.tokens import Tokens
from app.serving.connections.by_gunicorn import Lines
from models import CallStatus
from tests.world.log_lines import log_lines

TOKENS = Tokens("a secret")
NUMBERS = ["+16175550123", "6175550123", "617-555-0123", "(617) 555-0123", "1.617.555.0123", "+1 617 555 0123"]
NUMBERS += ["617/555/0123", "617·555·0123", "617\N{NON-BREAKING HYPHEN}555\N{NON-BREAKING HYPHEN}0123"]


def fail(secret):
    raise ValueError(secret)


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_are_masked(number):
    assert "0123" not in masked(f"rang {number} twice")


@pytest.mark.parametrize("before", ["/voice/", "/c/safe-communities/call/", "/c/x/dial/", "/reset/", "token=", "'", ""])
@pytest.mark.parametrize("how", [lambda: TOKENS.sign("page", 12), lambda: TOKENS.sign_for_a_while("form", [1, "x"])])
def test_a_token_is_masked_wherever_it_stands(before, how):
    token = how()
    said = masked(f"GET {before}{token}/progress 200")
    assert said == f"GET {before}…/progress 200"


@pytest.mark.parametrize("nth", range(50))
def test_so_is_whatever_was_made_by_chance(nth):
    assert masked(f"key {secrets.token_urlsafe(24)}") == "key …"
    assert masked(f"hash {secrets.token_hex(32)} {secrets.token_bytes(32).hex()[:24]}") == "hash … …"


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.org",
        "CA0123456789abcdef0123456789abcdef",
        "203.0.113.7",
        "2001:db8:1:2::7",
        "2001:db8::5",
        "2001:DB8:0:0:8:800:200C:417A",
        "fe80::1",
        "2001:db8:1::",
        "617.555.0123",
        "555-0123",
    ],
)
def test_so_is_what_leads_to_a_person(text):
    assert masked(f"of {text}!") == "of …!"


@pytest.mark.parametrize(
    "text",
    [
        "call 12 of 34",
        "2026-11-23",
        "2026-11-23T10:11:12.123456Z",
        "took 0.123 s",
        "/organizers/calls/12",
        "error 21211",
        "InvalidTextRepresentation",
        "organizers.campaign_whom_to_call_form",
        "127.0.0.1:8080",
        "0041_codes_of_a_room.py:12",
        "at 10:11:12",
        "app::main",
        "/voice/…/after/greeting/0/1",
    ],
)
def test_what_is_no_number_and_no_token_stays(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12, 12),
        (True, True),
        (None, None),
        (6175550123, "…"),
        (b"6175550123", "<bytes>"),
        ({"to": "+16175550123", "nth": 2}, {"to": "…", "nth": 2}),
        (["6175550123"], ["…"]),
        (CallStatus.DIALING, "dialing"),
        (ValueError("Ana"), "<ValueError>"),
        (Path("Ana"), "<PosixPath>"),
    ],
)
def test_a_value_is_told_by_its_kind(value, shown):
    assert told(value) == shown


@pytest.mark.parametrize("number", NUMBERS)
def test_no_event_shows_a_number(number):
    with log_lines() as written:
        structlog.get_logger().error("call_failed", call=12, to=number)
    assert "call=12" in written()
    assert "0123" not in written()


def test_an_exception_shows_where_it_was_and_not_what_it_said():
    with log_lines() as written:
        try:
            fail("Ana from Holyoke")
        except ValueError as error:
            structlog.get_logger().error("failed", exc_info=error)
    assert "/tests/serving/test_logs.py:" in written()
    assert "Ana" not in written()


def test_what_libraries_log_is_masked_too():
    with log_lines() as written:
        token = TOKENS.sign("voice", 12)
        logging.getLogger("somebody.else").error("cannot ring %s at /voice/%s/status", "+16175550123", token)
    assert "cannot ring … at /voice/…/status" in written()


def test_an_exception_in_a_library_shows_its_kind_alone():
    with log_lines() as written:
        try:
            fail("Ana from Holyoke")
        except ValueError:
            logging.getLogger("somebody.else").exception("it broke")
    assert written() == "ERROR somebody.else it broke (ValueError)\n"


def test_of_a_request_that_cannot_be_read_nothing_is_quoted():
    with log_lines() as written:
        gunicorns = Lines(Config())
        gunicorns.warning("Invalid request from ip=x: Invalid HTTP request line: 'GET /c/safe?name=Jos\u00e9'")
        gunicorns.exception("Error handling request %s", "/c/safe?name=Jos\u00e9")
        gunicorns.warning("Worker with pid %s was terminated", 12)
    assert "Jos" not in written()
    assert "A request cannot be read" in written()
    assert "Worker with pid 12" in written()


def test_libraries_that_talk_about_calls_are_quiet():
    with log_lines() as written:
        logging.getLogger("twilio.http_client").info("POST to +16175550123")
    assert written() == ""


def test_what_is_below_the_level_is_not_written():
    with log_lines("WARNING") as written:
        structlog.get_logger().info("nothing_special")
    assert written() == ""

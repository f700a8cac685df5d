"""Log lines say what happened and to which call, and nothing by which a person could be found."""

import logging

import pytest
import structlog

from app.serving.logs import masked
from tests.world.log_lines import log_lines

NUMBERS = ["+16175550123", "6175550123", "617-555-0123", "(617) 555-0123", "1.617.555.0123", "+1 617 555 0123"]


def fail(secret):
    raise ValueError(secret)


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_are_masked(number):
    assert "0123" not in masked(f"rang {number} twice")


@pytest.mark.parametrize("path", ["/voice/TOKEN/status", "/c/safe-communities/call/TOKEN", "/c/x/call/TOKEN/progress"])
def test_tokens_in_addresses_are_masked(path):
    assert "TOKEN" not in masked(f"GET {path} 200")


@pytest.mark.parametrize("text", ["call 12 of 34", "2026-11-23", "took 0.123 s", "/organizers/calls/12", "error 21211"])
def test_what_is_no_number_and_no_token_stays(text):
    assert masked(text) == text


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
        logging.getLogger("somebody.else").error("cannot ring %s at /voice/TOKEN/status", "+16175550123")
    assert "cannot ring … at /voice/…/status" in written()


def test_an_exception_in_a_library_shows_its_kind_alone():
    with log_lines() as written:
        try:
            fail("Ana from Holyoke")
        except ValueError:
            logging.getLogger("somebody.else").exception("it broke")
    assert written() == "ERROR somebody.else it broke (ValueError)\n"


def test_libraries_that_talk_about_calls_are_quiet():
    with log_lines() as written:
        logging.getLogger("twilio.http_client").info("POST to +16175550123")
    assert written() == ""


def test_what_is_below_the_level_is_not_written():
    with log_lines("WARNING") as written:
        structlog.get_logger().info("nothing_special")
    assert written() == ""

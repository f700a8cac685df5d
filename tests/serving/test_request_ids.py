"""Each request has an id: in its answer, in whatever is logged of it, in its jobs, and on the page of a failure."""

import logging
import re
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import text

from app.request_id import begin_request, end_request, request_id_of
from app.store.job_queue import DEFAULT_QUEUE, defer, defer_in_turn, defer_until
from tests.world.log_lines import log_lines

NAME = "X-Request-ID"
OURS = re.compile(r"[0-9a-f]{4}(-[0-9a-f]{4}){3}")
THEIRS = "f47ac10b-58cc-4372-a567-0e02b2c3d479"
BY_CHANCE = "9f86d081884c7d659a2feaa0c55ad015"
PERSONAL = ["6175550123", "+1 617 555 0123", "617-555-0123", "203.0.113.7:4711_2A9C", "ana@example.org"]
HOSTILE = ["' call=1 event='x", "<script>alert(1)</script>", "=cmd|calc", f"{BY_CHANCE}\x00", f"{BY_CHANCE}é"]
NO_IDS = ["", "1234", "9f" * 33, "-" * 36, f"{BY_CHANCE}-", "０" * 16, *PERSONAL, *HOSTILE]


@pytest.fixture
def behind_a_proxy(another_app):
    return another_app(trusted_proxies=1).test_client()


@pytest.fixture
def in_a_request():
    begin_request(THEIRS)
    yield
    end_request()


def id_of(client, *, said="", path="/healthz"):
    return client.get(path, headers={NAME: said}).headers[NAME]


def test_each_request_has_one_of_its_own(client):
    ids = {id_of(client), id_of(client), id_of(client, path="/nowhere")}
    assert len(ids) == 3
    assert all(OURS.fullmatch(one) for one in ids)


@pytest.mark.parametrize("said", [THEIRS, THEIRS.upper(), BY_CHANCE])
def test_a_proxy_that_is_trusted_gives_it(behind_a_proxy, said):
    assert id_of(behind_a_proxy, said=said) == said.lower()


def test_where_no_proxy_is_trusted_nobody_gives_it(client):
    assert id_of(client, said=THEIRS) != THEIRS


@pytest.mark.parametrize("said", NO_IDS)
def test_what_is_no_id_is_replaced(behind_a_proxy, said):
    assert OURS.fullmatch(id_of(behind_a_proxy, said=said.encode().decode("latin-1")))


def test_it_stands_in_every_line_of_ours_and_of_libraries(in_a_request):
    with log_lines() as written:
        structlog.get_logger().info("something", call=123456789)
        logging.getLogger("somebody.else").error("it broke")
    ours, theirs = written().splitlines()
    assert ours.endswith(f"event='something' call=123456789 request='{THEIRS}'")
    assert theirs == f"ERROR somebody.else it broke request='{THEIRS}'"


def test_outside_a_request_there_is_none(client):
    client.get("/healthz")
    with log_lines() as written:
        structlog.get_logger().info("something")
    assert "request" not in written()


def test_a_job_that_is_deferred_meanwhile_has_it(in_a_request, session):
    for _ in range(2):
        defer(session, "ring", call_id=0)
        defer_in_turn(session, "ring", "turn", queue=DEFAULT_QUEUE, call_id=0)
        defer_until(session, "ring", timedelta(), queue=DEFAULT_QUEUE, call_id=0)
    marks = session.scalars(text("SELECT queueing_lock FROM procrastinate_jobs")).all()
    assert {request_id_of(mark) for mark in marks} == {THEIRS}
    assert len(set(marks)) == 6
    session.rollback()


def test_a_workers_own_job_has_none():
    assert [request_id_of(mark) for mark in (None, "", "ring_next", BY_CHANCE)] == [None] * 4


def test_a_page_that_says_that_we_failed_tells_it(another_app):
    client = another_app(database_url="postgresql://postgres@127.0.0.1:9/none").test_client()
    with log_lines() as written:
        answer = client.get("/c/safe-communities")
    code = answer.headers[NAME]
    assert f"add the code {code}." in answer.text
    assert f"event='database_away' request='{code}'" in written()


def test_a_page_that_is_not_there_tells_none(client):
    assert "add the code" not in client.get("/nowhere").text

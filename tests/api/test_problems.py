"""Every failure is told to programs as RFC 9457 describes it, and repeats nothing that was sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from tests.world.examples import MANY

ADDRESS = "/api/v1/representatives"
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NEARLY = st.fixed_dictionaries({"place": ANY_JSON}, optional={"zip": ANY_JSON, "chamber": ANY_JSON, "town": ANY_JSON})


def is_problem(answer, status):
    told = answer.json
    assert answer.mimetype == "application/problem+json"
    assert told.keys() >= {"type", "title", "status", "detail"}
    return told["status"] == answer.status_code == status


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v1", "/api/v2/representatives", "/api/v1/nobody", "/api/v1//openapi.json"]
)
def test_an_address_that_is_not_there(client, path):
    assert is_problem(client.get(path), 404)


def test_a_place_in_the_address_is_refused(client):
    answer = client.get(f"{ADDRESS}?place=Holyoke")
    assert is_problem(answer, 405)
    assert answer.headers["Allow"] == "OPTIONS, POST"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_media_type_is_refused(client, kind):
    assert is_problem(client.post(ADDRESS, data=b'{"place": "Holyoke"}', content_type=kind), 415)


@pytest.mark.parametrize("body", [b"", b"{", b'{"place": Holyoke}', b"\xff\xfe", b"[" * 100_000, b"9" * 5000])
def test_a_body_that_is_no_json_is_refused(client, body):
    assert is_problem(client.post(ADDRESS, data=body, content_type="application/json"), 400)


def test_a_body_that_is_too_large_is_refused(client):
    assert is_problem(client.post(ADDRESS, json={"place": "x" * 600_000}), 413)


@pytest.mark.parametrize("body", ["[]", "null", "1040", '"Holyoke"', '["Holyoke"]'])
def test_json_that_is_no_object_is_refused(client, body):
    assert is_problem(client.post(ADDRESS, data=body, content_type="application/json"), 422)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#"),
        ({"place": ""}, "#/place"),
        ({"place": "x" * 101}, "#/place"),
        ({"place": 1040}, "#/place"),
        ({"place": "a lone \ud800"}, "#/place"),
        ({"place": "Lynn", "zip": 1905}, "#/zip"),
        ({"place": "Lynn", "chamber": "lords"}, "#/chamber"),
        ({"place": "Lynn", "town/city": "x"}, "#/town~1city"),
    ],
)
def test_the_field_that_is_wrong_is_named(client, body, pointer):
    answer = client.post(ADDRESS, json=body)
    assert is_problem(answer, 422)
    assert [one["pointer"] for one in answer.json["errors"]] == [pointer]


def test_what_was_sent_is_not_repeated(client):
    assert "Maple" not in client.post(ADDRESS, json={"place": ["12 Maple Street"], "zip": {"a": "Maple"}}).text


def test_a_database_that_is_away_says_when_to_come_back(client, monkeypatch, app):
    def away(*_, **_how):
        raise OperationalError("select", {}, Exception())

    monkeypatch.setattr("sqlalchemy.orm.Session.connection", away)
    answer = client.post(ADDRESS, json={"place": "Holyoke"})
    assert is_problem(answer, 503)
    assert answer.headers["Retry-After"] == "30"


@given(body=NEARLY | ANY_JSON)
@MANY
def test_whatever_is_sent_is_answered_or_explained(client, body):
    answer = client.post(ADDRESS, json=body)
    assert answer.status_code == 200 or is_problem(answer, answer.status_code)
    assert answer.status_code < 500

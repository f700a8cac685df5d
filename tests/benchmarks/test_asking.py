"""Requests that are prepared for a measurement: an answer that nobody expected ends it."""

import pytest
from flask import Flask, request

from benchmarks.asking import UnexpectedAnswerError, get, post, send

HERE = "http://127.0.0.1:8080"


@pytest.fixture
def echo():
    app = Flask("echo")
    app.post("/form")(lambda: f"{request.form['town']} {request.headers['X-Signed']}")
    return app


def test_a_form_arrives_with_its_headers(echo):
    assert send(echo, post("/form", {"town": "Holyoke"}, HERE, X_Signed="yes")) == b"Holyoke yes"


def test_another_answer_than_the_expected_one_is_no_measurement(echo):
    with pytest.raises(UnexpectedAnswerError, match="404, not 200"):
        send(echo, get("/nowhere", HERE))

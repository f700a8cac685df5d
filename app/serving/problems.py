"""What programs are told when something goes wrong: "problem details" as RFC 9457 describes them."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, make_response

from app.guard.routes import asked_class

SOON = {"Retry-After": "30"}  # seconds
PROBLEM = "application/problem+json"
PROBLEMS = {
    400: "The body is not JSON that can be read.",
    404: "Nothing answers at this address: /api/v1/openapi.json lists what does.",
    405: "This address answers other methods: see the header Allow.",
    413: "The body is too large.",
    415: "Send the body as JSON, with the header Content-Type: application/json.",
    422: "The body is JSON, but not as described in /api/v1/openapi.json.",
    500: "Something went wrong on our side. It is not your fault; try again in a few minutes.",
    503: "Our database does not answer just now. Try again in a minute.",
}
NO_ROOM = "Our database's disk is full. Nothing was kept. Try again later."


def is_for_programs() -> bool:
    """Whether a program asked, which reads nothing but JSON."""
    return asked_class().fails_in_json


def problem(status: int, detail: str, *, headers: Mapping[str, str] | None = None, **more: object) -> Response:
    """An answer with the fields type, title, status and detail, and `more` of the API's own."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    answer = make_response(body, status, headers or {})
    answer.mimetype = PROBLEM
    return answer

"""Answers for when something goes wrong: what it is and what to do, in plain words; programs get the same as JSON."""

import structlog
from flask import Flask, Response, make_response, render_template, request
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from app.guard.routes import asked_class
from app.language.sentences import Sentence, sentence
from app.serving.page_languages import translated
from app.serving.problems import PROBLEMS, SOON, is_for_programs, problem

log = structlog.get_logger()

WORDS = {
    400: (sentence("We could not read that"), sentence("Please go back and try once more.")),
    403: (
        sentence("This page is not for you"),
        sentence("It is for the telephone carrier or for somebody who has signed in."),
    ),
    404: (sentence("There is no such page"), sentence("The link may be old, or a letter of it got lost on the way.")),
    405: (sentence("There is no such page"), sentence("The link may be old, or a letter of it got lost on the way.")),
    413: (sentence("That is too much at once"), sentence("Please go back and make the text shorter.")),
    500: (
        sentence("Something went wrong on our side"),
        sentence("It is not your fault. Please try again in a few minutes."),
    ),
}
AWAY = sentence(
    "Our database does not answer just now. Nothing was sent and nobody was called. Please try again in a minute."
)


def error_page(code: int, title: Sentence | str, text: Sentence | str) -> Response:
    """A small page that needs nothing but itself."""
    return make_response(render_template("error.html", title=translated(title), text=translated(text)), code)


def init_error_pages(app: Flask) -> None:
    """Answer every failure with a page of ours."""

    @app.errorhandler(HTTPException)
    def _known(error: HTTPException) -> Response | HTTPException:
        code = error.code or 500
        if is_for_programs():
            return problem(code, PROBLEMS.get(code, ""), headers=_allowed(error))
        return error_page(code, *WORDS[code]) if code in WORDS else error

    @app.errorhandler(OperationalError)
    @app.errorhandler(InterfaceError)
    @app.errorhandler(PoolTimeout)
    def _database_away(error: Exception) -> Response:
        log.error("database_away", endpoint=request.endpoint, error=type(error).__name__)
        if is_for_programs():
            return problem(503, PROBLEMS[503], headers=SOON)
        page = render_template("try_again.html", text=translated(AWAY), typed=_typed(), action=request.path)
        return make_response(page, 503, SOON)

    @app.errorhandler(Exception)
    def _unknown(error: Exception) -> Response:
        log.error("request_failed", endpoint=request.endpoint, error=type(error).__name__, exc_info=error)
        return problem(500, PROBLEMS[500]) if is_for_programs() else error_page(500, *WORDS[500])


def _allowed(error: HTTPException) -> dict[str, str]:
    """Which methods an address answers, where it was asked by another."""
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    return {"Allow": ", ".join(sorted(methods))} if methods else {}


def _typed() -> dict[str, str]:
    """What was typed into the public form, so that pressing the button once more is enough; an address is not kept."""
    if request.method != "POST" or not asked_class().counts_once:
        return {}
    return {name: value for name, value in request.form.items() if name != "address"}

"""Answers for when something goes wrong: what it is and what to do, in plain words; programs get the same as JSON."""

from http import HTTPStatus

import structlog
from flask import Flask, Response, current_app, make_response, render_template, request
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response as AnyResponse

from app.guard.routes import asked_class
from app.language.sentences import Sentence, sentence
from app.request_id import request_id
from app.serving.page_languages import translated
from app.serving.problems import NO_ROOM, PROBLEMS, SOON, is_for_programs, problem
from app.store.db import says_it_only_reads
from app.store.reserve import says_full

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
FULL = sentence(
    "Our computer has no room left just now, so we take no new calls. Nothing was sent and nobody was called. Please "
    "try again later."
)
CALL_OUT_OF_SIGHT = sentence(
    "We cannot look up your call just now. If you are on the phone, stay on the line. This page looks again by itself."
)
FIND_IT = sentence("If you write to us about this, add the code %(code)s.")
NOT_DONE_YET = sentence(
    "What you pressed was not done yet. If you are on the phone, stay on the line. Please try again in a minute."
)


def error_page(code: int, title: Sentence | str, text: Sentence | str) -> Response:
    """A small page that needs nothing but itself."""
    shown = {"title": translated(title), "text": translated(text), "code": _code_to_tell(code)}
    return make_response(render_template("error.html", **shown), code)


def _code_to_tell(status: int) -> str:
    """By what whoever runs this server finds in its log what happened; nothing where nothing of ours failed."""
    return translated(FIND_IT.filled(code=request_id())) if status >= HTTPStatus.INTERNAL_SERVER_ERROR else ""


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
    def _database_away(error: Exception) -> AnyResponse:
        log.error("database_away", endpoint=request.endpoint, error=type(error).__name__)
        full = says_full(error)
        if full and asked_class().in_readers_language and (once_more := asked_once_more()):
            return once_more
        if is_for_programs():
            return problem(503, NO_ROOM if full else PROBLEMS[503], headers=SOON)
        return make_response(_try_again(full=full), 503, SOON)

    @app.errorhandler(InternalError)
    def _database_refuses(error: InternalError) -> AnyResponse:
        return _database_away(error) if says_it_only_reads(error) else _unknown(error)

    @app.errorhandler(Exception)
    def _unknown(error: Exception) -> Response:
        log.error("request_failed", endpoint=request.endpoint, error=type(error).__name__, exc_info=error)
        return problem(500, PROBLEMS[500]) if is_for_programs() else error_page(500, *WORDS[500])


def _allowed(error: HTTPException) -> dict[str, str]:
    """Which methods an address answers, where it was asked by another."""
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    return {"Allow": ", ".join(sorted(methods))} if methods else {}


def asked_once_more() -> AnyResponse | None:
    """What the view answers when it is asked again: the disk was full, and room was made. None where it fails again."""
    view = current_app.view_functions[request.endpoint or ""]
    try:
        return make_response(view(**request.view_args or {}))
    except HTTPException as told:
        return told.get_response()
    except SQLAlchemyError as error:
        log.error("failed_again", endpoint=request.endpoint, error=type(error).__name__)  # noqa: TRY400 - told before
        return None


def _try_again(*, full: bool) -> str:
    """A page that says so, and keeps what was typed."""
    follows, typed = asked_class().follows_call, _typed()
    of_call = CALL_OUT_OF_SIGHT if typed is None else NOT_DONE_YET
    said = of_call if follows else FULL if full else AWAY
    shown: dict[str, object] = {"text": translated(said), "typed": typed, "action": request.path, "follows": follows}
    shown["code"] = _code_to_tell(HTTPStatus.SERVICE_UNAVAILABLE)
    return render_template("try_again.html", **shown)


def _typed() -> dict[str, str] | None:
    """What was typed or pressed, so that pressing the button once more is enough; an address is not kept."""
    asked = asked_class()
    if request.method != "POST" or not (asked.counts_once or asked.follows_call):
        return None
    return {name: value for name, value in request.form.items() if name != "address"}

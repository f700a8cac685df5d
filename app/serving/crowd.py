"""Very many at once: whoever cannot be served soon gets a small page that keeps what was typed and tries again."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from flask import Flask, Response, make_response, render_template, request

from app.guard.route_classes import FRAGMENT, ORGANIZER, RECORDING, STATIC
from app.guard.routes import asked_class, only_where
from app.language.sentences import Sentence, sentence
from app.serving.error_pages import CALL_OUT_OF_SIGHT, NOT_DONE_YET
from app.serving.page_languages import translated
from app.serving.problems import is_for_programs, problem

SOONEST, LATEST = 5, 60  # seconds until somebody tries again
A_SECOND = 10  # so many of those who were told may come back a second
A_MINUTE = 60
NOT_PAGES = frozenset({FRAGMENT, STATIC, RECORDING})
FOR_PROGRAMS = "Very many are here just now, so nothing was begun. Try again after the seconds of Retry-After."
WORDS = sentence(
    "Nothing was sent yet, nobody was called, and you have no place in line yet. This page tries again by itself."
)
FILES = "Other files are being written just now, as many as can be at once. This page tries again by itself."
GO_BACK = "Nothing was done yet. Go back, and send it once more."  # a password or a file stays where it was typed

_come_back: ContextVar[int] = ContextVar("come_back", default=0)


class Crowd:
    """How many were told lately, and so when to come back: the more there are, the later."""

    def __init__(self) -> None:
        self._told: deque[float] = deque(maxlen=LATEST * A_SECOND)
        self._lock = Lock()

    def one_more(self) -> int:
        """In how many seconds whoever is told now should try again."""
        now = time.monotonic()
        with self._lock:
            self._told.append(now)
            while self._told[0] < now - A_MINUTE:
                self._told.popleft()
            return max(SOONEST, min(LATEST, len(self._told) // A_SECOND))


@contextmanager
def telling(seconds: int) -> Iterator[None]:
    """Whatever is asked meanwhile is not begun: come back in so many seconds."""
    before = _come_back.set(seconds)
    try:
        yield
    finally:
        _come_back.reset(before)


def init_crowd(app: Flask) -> None:
    """Tell them before anything else is done."""

    @app.before_request
    @only_where(lambda asked: not asked.brings_files)  # those forms tell it themselves
    def _tell() -> Response | None:
        seconds = _come_back.get()
        return _told(seconds) if seconds else None


def _told(seconds: int) -> Response:
    soon = {"Retry-After": str(seconds)}
    if is_for_programs():
        return problem(503, FOR_PROGRAMS, headers=soon)
    if asked_class() in NOT_PAGES:
        return make_response("", 503, soon)
    kept = _kept()
    text = translated(_words(is_kept=kept is not None))
    return make_response(render_template("too_many.html", text=text, kept=kept, seconds=seconds), 503, soon)


def _words(*, is_kept: bool) -> Sentence | str:
    """What is true of them: whoever follows a call has a place in line, or is on the phone."""
    asked = asked_class()
    if asked.follows_call:
        return NOT_DONE_YET if request.method == "POST" else CALL_OUT_OF_SIGHT
    if asked.takes_minutes:
        return FILES
    return WORDS if is_kept else GO_BACK


def _kept() -> list[tuple[str, str]] | None:
    """All that was typed, for it is sent again as it was: nothing was begun, so nothing is done twice."""
    if request.method != "POST":
        return list(request.args.items(multi=True))
    asked = asked_class()
    return list(request.form.items(multi=True)) if asked.in_readers_language or asked is ORGANIZER else None

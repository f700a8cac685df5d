"""The URLs that the carrier fetches: its signature first, then a turn of the call or a report of its progress."""

import time

from flask import Flask

from app.guard.route_classes import CARRIER, FOR_THE_CARRIER, Guard
from app.guard.routes import classified, guard
from app.serving.phone_use import came
from app.statistics.watched.answer_times import ANSWER_TIMES, AnswerTimes
from app.this import this_request

voice = classified("voice", __name__, CARRIER, url_prefix=FOR_THE_CARRIER)


def init_voice(app: Flask) -> None:
    """Give the app its voice routes, each behind the signature check."""
    from app.voice import errors, hotline, reached, status, test_call, turns  # noqa: F401 - they register their routes
    from app.voice.refused import init_refused_runs
    from app.voice.signed import refuse_unsigned

    init_refused_runs(app)
    guard(app, Guard.SIGNATURE, refuse_unsigned)
    _count_answers(app)
    app.register_blueprint(voice)


def _count_answers(app: Flask) -> None:
    """Count how long whoever was let in waits for each answer, since they asked: to whoever is on the phone, silence.

    Where many ask at once, most of that is to stand in line for a thread.
    """
    times = app.extensions[ANSWER_TIMES] = AnswerTimes()

    def begin() -> None:
        this_request().environ[ANSWER_TIMES] = came()

    def end(_error: BaseException | None) -> None:
        began = this_request().environ.get(ANSWER_TIMES)
        if began is not None:
            times.took(time.monotonic() - began)

    app.before_request_funcs.setdefault(voice.name, []).append(begin)
    app.teardown_request_funcs.setdefault(voice.name, []).append(end)

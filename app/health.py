"""What machines ask: is the process alive, and can it do its work."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from hmac import compare_digest
from http import HTTPStatus
from threading import Lock, Thread
from typing import Generic, TypeVar

from flask import Flask, Response, abort, current_app, request

from app.extensions import given
from app.guard.route_classes import HEALTH, WATCHED, Guard
from app.guard.routes import classified, guard, of_class
from app.readiness.check import About, Check, Weight
from app.readiness.database import AWAY, database_checks, room_checks
from app.readiness.kept import kept_checks
from app.readiness.pauses import restored_checks
from app.readiness.worker import worker_checks
from app.statistics.watched.answer_times import ANSWER_TIMES, AnswerTimes
from app.statistics.watched.calls import call_figures
from app.statistics.watched.figure import FORMAT, HISTOGRAM, Figure, as_text
from app.statistics.watched.jobs import job_figures
from app.statistics.watched.server import server_figures
from app.store.db import db

READY_WITHIN = 4.0  # seconds; whoever asks gives up after five, as a rule
TOLD_WITHIN = 8.0  # Prometheus after ten
READY, FIGURES = "ringdown.ready", "ringdown.figures"  # the names under which an app keeps its looks
T = TypeVar("T")

health = classified("health", __name__, HEALTH)


class Look(Generic[T]):
    """Looks in a thread of its own, for which nobody waits for long: a database whose disk stands answers nothing.

    There is one at a time, and whoever asks meanwhile hears what it finds.
    """

    def __init__(self, app: Flask, look: Callable[[], T]) -> None:
        self._app, self._look, self._lock = app, look, Lock()
        self._found: Future[T] | None = None

    def within(self, seconds: float) -> T:
        """What is found.

        Raises:
            TimeoutError: nothing is by then.
        """
        with self._lock:
            if self._found is None or self._found.done():
                self._found = self._begun()
            found = self._found
        return found.result(seconds)

    def _begun(self) -> Future[T]:
        found = Future[T]()
        Thread(target=self._run, args=(found,), name="look", daemon=True).start()
        return found

    def _run(self, found: Future[T]) -> None:
        try:
            with self._app.app_context():
                seen = self._look()
        except Exception as error:  # noqa: BLE001 - whoever waits is told
            found.set_exception(error)
        else:
            found.set_result(seen)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """Calls can be placed: the database has what we need, and room, and a worker runs. What else is seen is told."""
    look: Look[list[Check]] = current_app.extensions[READY]
    try:
        found = look.within(READY_WITHIN)
    except TimeoutError:
        found = [AWAY]
    why_not = [check for check in found if check.weight is Weight.BLOCKS]
    if why_not:
        return Response("".join(f"{it}\n" for it in why_not), 503, mimetype="text/plain")
    told = "".join(f"! {check}\n" for check in found if check.about is not About.DATABASE)
    return Response(f"ok\n{told}", mimetype="text/plain")


def _found() -> Iterator[Check]:
    """What was last seen of the carrier is told without asking it."""
    database = list(database_checks(db.engine))
    yield from database
    if not database:
        config = given().account.settings()
        yield from room_checks(db.session)
        yield from restored_checks(db.session)
        yield from worker_checks(db.session, config)
        yield from kept_checks(db.session, config)


@health.get("/metrics")
@of_class(WATCHED)
def metrics() -> Response:
    """Figures for Prometheus, as they are now; none is of somebody in person."""
    look: Look[str] = current_app.extensions[FIGURES]
    try:
        return Response(look.within(TOLD_WITHIN), content_type=FORMAT)
    except TimeoutError:
        return Response(f"{AWAY}\n", HTTPStatus.SERVICE_UNAVAILABLE, mimetype="text/plain")


def _figures() -> str:
    own = given()
    now = own.clock()
    figures = [
        *call_figures(db.session, now, own.settings.calls_per_second),
        *job_figures(db.session),
        *server_figures(db.session, now),
        *_answer_times(current_app.extensions[ANSWER_TIMES]),
    ]
    return as_text(figures)


def _answer_times(times: AnswerTimes) -> Iterator[Figure]:
    """How long the carrier waited, as a histogram."""
    about = "How long the carrier waited for answers, from each request's arrival on."
    told = partial(Figure, "webhook_seconds", about, kind=HISTOGRAM)
    for bound, answers in times.within():
        yield told(answers, of={"le": f"{bound:g}".replace("inf", "+Inf")}, part="_bucket")
    yield told(times.seconds(), part="_sum")
    yield told(answers, part="_count")


def _refuse_without_token() -> None:
    """Answer 404 where nobody may ask, and 401 to whoever does not bring the token."""
    token = given().settings.metrics_token.get_secret_value()
    if not token:
        abort(HTTPStatus.NOT_FOUND)
    kind, _, brought = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not compare_digest(brought.strip().encode(), token.encode()):
        abort(
            Response(
                "Send the METRICS_TOKEN as a bearer token.\n", HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"}
            )
        )


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.extensions[READY] = Look(app, lambda: list(_found()))
    app.extensions[FIGURES] = Look(app, _figures)
    guard(app, Guard.TOKEN, _refuse_without_token)
    app.register_blueprint(health)

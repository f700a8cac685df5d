"""The jobs by name; each is one unit of work within the app's context."""

from collections.abc import Callable
from datetime import UTC, datetime

import procrastinate
from flask import Flask

from app.calls.begin.code import forget_whose
from app.calls.begin.typed import forget_typed
from app.calls.later.due import Due, ring_due
from app.calls.queue.tally import tally_lines
from app.calls.run.dial import Ringing, ring_again
from app.calls.run.reconcile import Reconciling, reconcile, reconcile_due
from app.calls.run.refused import note_code
from app.calls.run.ring import ring, ring_everybody, ring_next, ring_waiting
from app.calls.shown.log.download import forget_downloads
from app.extensions import Given
from app.jobs.by_date import register_dates
from app.jobs.carrier import register_looking
from app.jobs.curing import register_curing
from app.jobs.engine.stalled import retry_stalled
from app.jobs.forgetting import register_forgetting
from app.jobs.letters import register_letters
from app.jobs.money import register_money
from app.jobs.statistics import register_statistics
from app.jobs.watching import register_watching
from app.limits.never_rung.not_rung import forget_not_rung
from app.limits.numbers import forget_peace
from app.limits.rate import forget_what_is_over
from app.limits.rings.number import forget_rings, ring_limits
from app.limits.visitors import forget_visitors
from app.representatives.importing import take_force
from app.store.db import db
from app.store.unit import Unit, unit
from app.team.sessions import forget_ended_sessions
from app.team.unsent import forget_unsent

EVERY_MINUTE = "* * * * *"
EVERY_15_SECONDS = "* * * * * */15"
EVERY_HOUR = "7 * * * *"


def register_tasks(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker its jobs."""
    own: Given = app.extensions["ringdown"]
    ringing = Ringing(own.carrier, own.vault, own.settings, own.urls_to_ring, own.clock, own.queue)

    @worker.task(name="ring")
    def ring_job(call_id: int) -> None:
        within(app, lambda work: ring(work, call_id, ringing))

    @worker.task(name="ring_again", pass_context=True)
    def ring_again_job(context: procrastinate.JobContext, call_id: int, tries: int) -> None:
        """The worker that began it may have been killed when the phone rang already: it is not begun again."""
        if context.job.attempts == 0:
            within(app, lambda work: ring_again(work, call_id, tries, ringing))

    if not own.rehearsal:  # a rehearsal is over within a minute, and its worker must not take others' turns
        _register_what_follows(worker, app, own, ringing)
        register_letters(worker, app)
        register_watching(worker, app)
        register_money(worker, app)
        register_statistics(worker, app)
        register_forgetting(worker, app)
        register_curing(worker, app)
        register_dates(worker, app)
        register_looking(worker, app)
        _register_periodic_tasks(worker, app, own, ringing)


def _register_what_follows(worker: procrastinate.App, app: Flask, own: Given, ringing: Ringing) -> None:
    """What is deferred because of something else."""

    @worker.task(name="ring_waiting")
    def ring_waiting_job(call_id: int) -> None:
        within(app, lambda work: ring_waiting(work, call_id, ringing))

    @worker.task(name="ring_next")
    def ring_next_job() -> None:
        within(app, lambda work: ring_next(work, ringing))

    @worker.task(name="reconcile_call")
    def reconcile_call_job(call_id: int, at: int) -> None:
        within(app, lambda work: reconcile(work, call_id, datetime.fromtimestamp(at, UTC), asking(own)))

    @worker.task(name="note_code")
    def note_code_job(call_id: int, code: int, rank: int, at: int) -> None:
        told = {"call_id": call_id, "code": code, "rank": rank, "at": at}
        within(app, lambda work: note_code(work.session, own.vault, **told))


def _register_periodic_tasks(worker: procrastinate.App, app: Flask, own: Given, ringing: Ringing) -> None:
    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="ring_due", queue=own.queue, queueing_lock="ring_due")
    def ring_due_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        due = Due(own.clock(), own.vault, ring_limits(own.settings), own.settings.always_open, own.queue)
        within(app, lambda work: take_force(work.session, due.now))  # whoever sits there from now on is called
        within(app, lambda work: ring_due(work, due))

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="ring_everybody", queue=own.queue, queueing_lock="ring_everybody")
    def ring_everybody_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: ring_everybody(work, ringing))

    @worker.periodic(cron=EVERY_15_SECONDS)
    @worker.task(name="reconcile", queue=own.queue, queueing_lock="reconcile")
    def reconcile_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its moment
        within(app, lambda work: reconcile_due(work, asking(own), own.clock))

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="tally_lines", queue=own.queue, queueing_lock="tally_lines")
    def tally_lines_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: tally_lines(work.session))

    @worker.periodic(cron=EVERY_HOUR)
    @worker.task(name="forget_limits", queue=own.queue, queueing_lock="forget_limits")
    def forget_limits_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: forget_what_is_over(work.session, own.clock()))
        within(app, lambda work: forget_visitors(work.session, own.clock()))
        within(app, lambda work: forget_peace(work.session, own.clock()))
        within(app, lambda work: forget_not_rung(work.session, own.clock()))
        within(app, lambda work: forget_rings(work.session, own.clock()))

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="forget_typed", queue=own.queue, queueing_lock="forget_typed")
    def forget_typed_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: forget_typed(work.session, own.clock()))

    @worker.periodic(cron=EVERY_HOUR)
    @worker.task(name="forget_sessions", queue=own.queue, queueing_lock="forget_sessions")
    def forget_sessions_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: forget_ended_sessions(work.session, own.clock()))
        within(app, lambda work: forget_unsent(work.session, own.clock()))
        within(app, lambda work: forget_downloads(work.session))

    @worker.periodic(cron=EVERY_HOUR)
    @worker.task(name="forget_more_time", queue=own.queue, queueing_lock="forget_more_time")
    def forget_more_time_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        within(app, lambda work: forget_whose(work.session, own.clock()))

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="retry_stalled", queue=own.queue, queueing_lock="retry_stalled", pass_context=True)
    async def retry_stalled_job(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001 - as above
        await retry_stalled(context.app.job_manager, own.clock())


def asking(own: Given) -> Reconciling:
    """What it takes to ask the carrier what became of calls."""
    return Reconciling(own.carrier, own.vault, own.queue)


def within(app: Flask, job: Callable[[Unit], object]) -> None:
    """Do a job as one unit of work, in a context of its own; its session is closed afterwards."""
    with app.app_context(), unit(db.session) as work:
        job(work)

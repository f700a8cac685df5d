"""A job belongs to the request that deferred it, and may come from a newer program: the task itself knows neither."""

import inspect

import structlog
from procrastinate import JobContext
from procrastinate.middleware import AsyncCallNext
from procrastinate.worker import Worker

from app.request_id import begin_request, request_id_of

log = structlog.get_logger()


async def within_request(run_job: AsyncCallNext, context: JobContext, _worker: Worker) -> object:
    """Run a job; what is logged of it has its request's id. Each has a context of its own, which ends with it."""
    asked_by = request_id_of(context.job.queueing_lock)
    if asked_by:
        begin_request(asked_by)
    return await run_job()


async def for_every_program(run_job: AsyncCallNext, context: JobContext, _worker: Worker) -> object:
    """Run a job without what a newer program told beside: while one is exchanged both run, and no job fails by it."""
    job = context.job
    unknown = job.task_kwargs.keys() - inspect.signature(context.app.tasks[job.task_name].func).parameters.keys()
    if unknown:
        log.warning("job_argument_unknown", task=job.task_name, arguments=sorted(unknown))
    for name in unknown:
        del job.task_kwargs[name]
    return await run_job()

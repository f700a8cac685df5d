"""A job belongs to the request that deferred it: what is logged of it has that request's id."""

from procrastinate import JobContext
from procrastinate.middleware import AsyncCallNext
from procrastinate.worker import Worker

from app.request_id import REQUEST, begin_request


async def within_request(run_job: AsyncCallNext, context: JobContext, _worker: Worker) -> object:
    """Run a job, which knows nothing of whose it is. Each has a context of its own, which ends with it."""
    asked_by = context.job.task_kwargs.pop(REQUEST, None)
    if isinstance(asked_by, str):
        begin_request(asked_by)
    return await run_job()

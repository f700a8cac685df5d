"""Takes up again what a killed worker left: each job by itself, whatever becomes of the others."""

from datetime import datetime

import structlog
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

log = structlog.get_logger()


async def retry_stalled(jobs: JobManager, now: datetime) -> None:
    """A job whose worker was killed would stay "doing" for ever. A ring that was begun is not begun again."""
    for job in await jobs.get_stalled_jobs():
        try:
            await _retry(jobs, job, now)
        except ConnectorException as error:  # as where another worker was faster
            log.warning("stalled_job_not_retried", job=job.id, task=job.task_name, error=type(error).__name__)


async def _retry(jobs: JobManager, job: Job, now: datetime) -> None:
    try:
        await jobs.retry_job(job, retry_at=now)  # by this computer's clock it could be hours from now
    except UniqueViolation:  # the same waits already, of which one is enough
        await jobs.finish_job(job, Status.ABORTED, delete_job=True)

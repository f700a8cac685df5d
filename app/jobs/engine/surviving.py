"""Lets a worker begin anew when it lost what it cannot do without; by itself it would go on, half alive."""

from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status

from app.jobs.waking import PromptJobs

HEARTBEAT = "UPDATE procrastinate_workers SET last_heartbeat = now() WHERE id = %(worker_id)s RETURNING id"


class LostTrack(ConnectorException):
    """The database does not know any more what this worker does."""


class SurvivingJobs(PromptJobs):
    """Whoever runs jobs by it is stopped by its own heartbeat, once something was lost."""

    _has_lost = False

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:
        """Write down that a job is done; one of which that failed is taken up again when its worker is gone."""
        try:
            await super().finish_job(job, status, delete_job)
        except ConnectorException:
            self._has_lost = True
            raise

    async def update_heartbeat(self, worker_id: int) -> None:
        """Tell that the worker is alive, if it still is one.

        Raises:
            LostTrack: it was taken for dead while the database was away, or could not write down what it did.
        """
        known = await self.connector.execute_query_all_async(HEARTBEAT, worker_id=worker_id)
        if self._has_lost or not known:
            raise LostTrack

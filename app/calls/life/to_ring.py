"""The job that rings a new call, written down by the very statement that begins it."""

from sqlalchemy import CTE, func, literal, select

from app.calls.life.status import Beside
from app.request_id import mark_of_job
from app.store.job_queue import DEFAULT_QUEUE, MARK, QUEUE, job_of
from models import CallStatus


def rings(call: CTE) -> Beside:
    """The job that rings whoever is not rung later, by the parameters of `job_values`."""
    row = select(QUEUE, literal("ring"), func.jsonb_build_object("call_id", call.c.id), MARK)
    return Beside((job_of(row.where(call.c.status == CallStatus.REQUESTED)),))


def job_values(queue: str = DEFAULT_QUEUE) -> dict[str, object]:
    """In which queue it waits, and by which request."""
    return {"queue": queue, "mark": mark_of_job()}

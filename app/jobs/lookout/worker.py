"""Whether a worker runs: without one nobody is rung, and no mail is sent of it."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.extensions import Given
from app.jobs.lookout.mail import send_at_once
from app.outgoing.alerts import send_that_it_is_over
from app.store.alerts import alert_over, raise_alert
from app.store.job_queue import AWAY_AFTER, since_heartbeat
from app.store.unit import Unit
from models import AlertKind

CALLS_PAGE = "/organizers/calls"
SENTENCE = "No worker runs: nobody is rung, and no mail is sent. Start it on the server with “flask worker”."


def look_for_a_worker(work: Unit, own: Given, heard_of: datetime) -> datetime:
    """Tell of it once none was heard of for a minute, and send the mail that no job sends; commits before sending.

    Returns when one was last heard of: a worker that is started anew is away for a moment.
    """
    session, now = work.session, own.clock()
    since = since_heartbeat(session)
    if since is not None and since < AWAY_AFTER:
        a_worker_is_back(session, own)
    if since is not None:
        heard_of = max(heard_of, now - since)
    if now - heard_of >= AWAY_AFTER:
        raise_alert(session, AlertKind.NO_WORKER, "", SENTENCE, link=CALLS_PAGE, now=now)
        send_at_once(work, own, AlertKind.NO_WORKER)
    return heard_of


def a_worker_is_back(session: Session, own: Given) -> None:
    """One runs, so that calls are placed; whoever was told that none did is told that, too, by it."""
    if alert_over(session, AlertKind.NO_WORKER, "", now=own.clock()):
        send_that_it_is_over(session, AlertKind.NO_WORKER, queue=own.queue)

"""Mail that the web server sends itself: no job would."""

from functools import partial

from app.extensions import Given
from app.jobs.letters import write
from app.outgoing.alerts import claim_alerts
from app.outgoing.letters import LetterKind, Posted, Posting, send_posted
from app.store.unit import Unit
from models import AlertKind


def send_at_once(work: Unit, own: Given, kind: AlertKind) -> None:
    """Tell those who chose it of alerts of this kind that nobody was told of; commits before sending."""
    work.commit_so_far()
    if not own.mailer.is_set_up:
        return
    now = own.clock()
    how = Posting(own.mailer, now, own.queue)
    for told in claim_alerts(work.session, now, [kind]):
        posted = Posted(LetterKind.ALERT, told.organizer_id, told.kind)
        send_posted(work, posted, partial(write, own=own, posted=posted), how)

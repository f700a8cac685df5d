"""Whether the database's disk has room: the reserve is made again once it has, and new calls are taken again."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.extensions import Given
from app.jobs.lookout.mail import send_at_once
from app.outgoing.alerts import send_that_it_is_over
from app.store.alerts import alert_over
from app.store.reserve import has_reserve, make_reserve, says_full
from app.store.unit import Unit, make_room
from models import Alert, AlertKind

TRIES_AGAIN_AFTER = timedelta(seconds=30)  # for a moment it takes what room there is


def look_for_room(work: Unit, own: Given) -> None:
    """Make the reserve where it is missing; commits. Where there is no room for it, tell."""
    session = work.session
    full = select(Alert.seen_at).where(Alert.kind == AlertKind.DISK_FULL, Alert.over_at.is_(None))
    seen_at = session.scalars(full).one_or_none()
    if seen_at is not None:
        send_at_once(work, own, AlertKind.DISK_FULL)
    if (seen_at is None and has_reserve(session)) or (seen_at and own.clock() - seen_at < TRIES_AGAIN_AFTER):
        return
    try:
        if make_reserve(session):
            _there_is_room(session, own)
        work.commit_so_far()
    except OperationalError as error:
        work.roll_back()
        if not says_full(error):
            raise
        make_room(session)


def _there_is_room(session: Session, own: Given) -> None:
    if alert_over(session, AlertKind.DISK_FULL, "", now=own.clock()):
        send_that_it_is_over(session, AlertKind.DISK_FULL, queue=own.queue)

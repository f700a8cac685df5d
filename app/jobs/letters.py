"""The jobs that send letters, and who writes which: a link that opens something is made here, when it is sent."""

from collections.abc import Callable, Mapping

import procrastinate
from flask import Flask
from sqlalchemy.orm import Session

from app.extensions import Given
from app.jobs.account_letters import address_changed, new_address, new_password
from app.jobs.invitation_letter import invitation
from app.outgoing.alerts import Reader, alert_letter, over_letter, send_alerts
from app.outgoing.letters import SEND, LetterKind, Posted, Posting, send_posted
from app.outgoing.mail import Letter
from app.store.db import db
from app.store.unit import unit
from app.team.person import Person, person
from models import AlertKind, Organizer

EVERY_MINUTE = "* * * * *"

# Each is given what the letter is about, and what no row says of it; none where there is nothing to be told any more.
Writer = Callable[[Session, Given, int, str], Letter | None]


def _alert(session: Session, own: Given, about: int, more: str) -> Letter | None:
    who = _active(session, about)
    base_url = own.settings.public_base_url
    return alert_letter(session, AlertKind(more), who.email, _reader(who), base_url) if who else None


def _alert_over(session: Session, _own: Given, about: int, more: str) -> Letter | None:
    who = _active(session, about)
    return over_letter(session, AlertKind(more), who.email, _reader(who)) if who else None


def _active(session: Session, organizer_id: int) -> Person | None:
    organizer = session.get(Organizer, organizer_id)
    return person(session, organizer) if organizer and organizer.active else None


def _reader(who: Person) -> Reader:
    return Reader(who.role, who.campaigns)


WRITERS: Mapping[LetterKind, Writer] = {
    LetterKind.ALERT: _alert,
    LetterKind.ALERT_OVER: _alert_over,
    LetterKind.FORGOTTEN: new_password,
    LetterKind.NEW_ADDRESS: new_address,
    LetterKind.ADDRESS_CHANGED: address_changed,
    LetterKind.INVITATION: invitation,
}


def write(session: Session, own: Given, posted: Posted) -> Letter | None:
    """The letter that was posted, as it is to be sent now."""
    return WRITERS[posted.kind](session, own, posted.about, posted.more)


def register_letters(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker the job that sends a letter, and the one that looks every minute for alerts to be told."""
    own: Given = app.extensions["ringdown"]

    @worker.task(name=SEND)
    def send_letter_job(kind: str, about: int, more: str, tries: int) -> None:
        posted = Posted(LetterKind(kind), about, more, tries)
        how = Posting(own.mailer, own.clock(), own.queue)
        with app.app_context(), unit(db.session) as work:
            send_posted(work, posted, lambda session: write(session, own, posted), how)

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="send_alerts", queue=own.queue, queueing_lock="send_alerts", lock="send_alerts")
    def send_alerts_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            if own.mailer.is_set_up:
                send_alerts(work.session, own.clock(), queue=own.queue)

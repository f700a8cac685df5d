"""Letters that are to be sent: written when they are, by a job whose arguments hold no secret."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import structlog
from sqlalchemy.orm import Session

from app.outgoing.mail import Letter, Mailer
from app.outgoing.problems import MailError, MailProblem
from app.store.alerts import alert_over, raise_alert
from app.store.job_queue import DEFAULT_QUEUE, defer_in_turn, defer_until
from app.store.unit import Unit
from models import AlertKind

log = structlog.get_logger()

SEND = "send_letter"
MAIL_PAGE = "/organizers/mail"
PAUSES = tuple(timedelta(minutes=pause) for pause in (1, 5, 30))


class LetterKind(StrEnum):
    """What a letter is for; app/jobs/letters.py has what writes each."""

    ALERT = "alert"  # to the organizer `about`; `more` is the kind of alert
    ALERT_OVER = "alert-over"  # to the same
    FORGOTTEN = "forgotten"  # to the address `more`, if somebody has it
    NEW_ADDRESS = "new-address"  # to the address `more`, which the organizer `about` wants to have
    ADDRESS_CHANGED = "address-changed"  # to the address `more`, which the organizer `about` had until now
    INVITATION = "invitation"  # to whom the invitation `about` is


@dataclass(frozen=True)
class Posted:
    """A letter that is to be written: `about` is the row of whom or what it is about, `more` what no row says."""

    kind: LetterKind
    about: int
    more: str = ""
    tries: int = 0


def post(session: Session, kind: LetterKind, about: int, more: str = "", *, queue: str = DEFAULT_QUEUE) -> None:
    """Have a letter written and sent, if and only if the session's transaction commits."""
    defer_in_turn(session, SEND, turn_of(0), queue=queue, kind=kind.value, about=about, more=more, tries=0)


def turn_of(tries: int) -> str:
    """Letters are sent one by one: a slow mail server must not take a worker from those who wait for their phone."""
    return f"{SEND}-{tries}"


@dataclass(frozen=True)
class Posting:
    """What sending a letter needs beside it."""

    mailer: Mailer
    now: datetime
    queue: str = DEFAULT_QUEUE


def send_posted(work: Unit, posted: Posted, write: Callable[[Session], Letter | None], how: Posting) -> None:
    """Write the letter, and send it if there is one; commits before, since that may take long."""
    letter = write(work.session) if how.mailer.is_set_up else None
    work.commit_so_far()
    if letter is None:
        return
    try:
        how.mailer.send(letter)
    except MailError as error:
        _not_taken(work.session, posted, error, how)
    else:
        alert_over(work.session, AlertKind.MAIL_FAILS, "", now=how.now)


def _not_taken(session: Session, posted: Posted, error: MailError, how: Posting) -> None:
    log.warning("mail_not_sent", kind=posted.kind.value, problem=error.problem.value)
    if error.problem is not MailProblem.RECIPIENT:
        tell_that_mail_fails(session, error, how.now)
    if error.may_pass and posted.tries < len(PAUSES):
        defer_until(
            session,
            SEND,
            PAUSES[posted.tries],
            queue=how.queue,
            turn=turn_of(posted.tries + 1),
            kind=posted.kind.value,
            about=posted.about,
            more=posted.more,
            tries=posted.tries + 1,
        )


def tell_that_mail_fails(session: Session, error: MailError, now: datetime) -> None:
    """Let it stand on the organizers' pages: no mail would tell it."""
    sentence = f"A mail could not be sent. {error.sentence}"
    raise_alert(session, AlertKind.MAIL_FAILS, "", sentence, link=MAIL_PAGE, now=now)

"""Whether this server sends mail, and a mail to oneself that tries it."""

from flask import render_template
from werkzeug.wrappers import Response

from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.outgoing.letters import tell_that_mail_fails
from app.outgoing.mail import Letter
from app.outgoing.problems import SENTENCES, MailError
from app.store.alerts import alert_over
from app.store.db import db
from app.store.unit import unit
from models import AlertKind, TeamRole

SENT = "sent"
MAIL = Page(
    "organizers.mail",
    {SENT: Notice("The mail server has taken the mail. Look for it in your mailbox, and among the junk.")}
    | {problem.value: Notice(sentence, is_bad=True) for problem, sentence in SENTENCES.items()},
)
SUBJECT = "Ringdown: mail works"
TEXT = "You asked for this mail, to try whether {here} can send any. It can.\n"


@organizers.get("/mail")
@least(TeamRole.ADMIN)
def mail() -> str:
    """How mail is set up."""
    return render_template(
        "organizers/alerts/mail.html",
        is_set_up=given().mailer.is_set_up,
        sender=settings().mail_sender,
        to=signed_in().email,
        notice=MAIL.notice(),
    )


@organizers.post("/mail")
@least(TeamRole.ADMIN)
def try_mail() -> Response | tuple[str, int]:
    """Send one to whoever asks, now: they wait for what comes of it, and no connection to the database does."""
    own, letter = given(), Letter(signed_in().email, SUBJECT, TEXT.format(here=settings().public_base_url))
    if not own.mailer.is_set_up:
        return mail(), 422
    db.session.rollback()
    try:
        own.mailer.send(letter)
    except MailError as error:
        with unit(db.session) as work:
            tell_that_mail_fails(work.session, error, own.clock())
        return MAIL.tells(error.problem.value)
    with unit(db.session) as work:
        alert_over(work.session, AlertKind.MAIL_FAILS, "", now=own.clock())
    return MAIL.tells(SENT)

"""The numbers that only who set them has looked at: listed for the team, and confirmed by a second person."""

from dataclasses import dataclass

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.log.filters import number_in
from app.organizers.notices import Notice, Page
from app.representatives.new_lines.confirming import Came, confirm_line
from app.representatives.new_lines.unconfirmed import Unconfirmed, unconfirmed
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

SUBJECT = "the number of {name}, set by {by}"
PHONE_FIRST = "First show which phone is yours: open a campaign's page “Test call”, and let us ring you with a code."
NEW_LINES = Page(
    "organizers.new_lines",
    {
        Came.CONFIRMED: Notice("Confirmed. The next call takes it."),
        Came.OWN: Notice("You set this number yourself: let somebody else confirm it, or a test call.", is_bad=True),
        Came.NOTHING: Notice("Nothing was changed: it is confirmed already, or no longer that office's number."),
        "rings": Notice(
            "Your phone rings in a moment. We connect you with that number; then say whether it was the office."
        ),
        "phone-first": Notice(PHONE_FIRST, is_bad=True),
        "often": Notice("You were rung six times within the hour. Try again a little later.", is_bad=True),
        "night": Notice("We ring nobody between 9 in the evening and 8 in the morning. Try again then.", is_bad=True),
    },
)


@dataclass(frozen=True)
class Named:
    """A number that a form names: whose, and which."""

    holder_id: int
    e164: str
    extension: str

    def among(self, every: tuple[Unconfirmed, ...]) -> Unconfirmed | None:
        """What is known of it, if it is one of those that nobody confirmed."""
        wanted = (self.holder_id, self.e164, self.extension)
        return next((it for it in every if (it.holder_id, it.e164, it.extension) == wanted), None)


def named() -> Unconfirmed | None:
    """The number that was sent, if it waits for anybody to confirm it."""
    sent = Named(
        number_in(request.form.get("holder", "")) or 0,
        request.form.get("number", ""),
        request.form.get("extension", ""),
    )
    return sent.among(unconfirmed(db.session))


@organizers.get("/offices/new-lines")
@least(TeamRole.VIEWER)
def new_lines() -> str:
    """All of them, what was set longest ago first."""
    return render_template(
        "organizers/offices/new_lines/list.html",
        unconfirmed=unconfirmed(db.session),
        me=current_user.email,
        notice=NEW_LINES.notice(),
    )


@organizers.post("/offices/new-lines/confirm")
@least(TeamRole.ORGANIZER)
def confirm_new_line() -> Response:
    """Say that it is right."""
    it = named()
    if it is None:
        return NEW_LINES.tells(Came.NOTHING)
    with unit(db.session) as work:
        came = confirm_line(
            work.session, it.holder_id, it.e164, it.extension, by=current_user.email, now=given().clock()
        )
        if came is Came.CONFIRMED:
            number = national(it.e164, it.extension)
            subject = SUBJECT.format(name=it.name, by=it.set_by)
            note(work.session, AuditAct.OFFICE_CHANGED, subject, after={"confirmed": number})
    return NEW_LINES.tells(came)

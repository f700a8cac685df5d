"""The page that a link for a new password leads to, in any browser: to open it uses nothing up."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.extensions import given
from app.organizers.accounts.own.done_by_link import tells_by_link
from app.organizers.accounts.own.password_form import WHOSE, NewPasswordForm
from app.organizers.accounts.ways_in import ways_in
from app.organizers.audited import note
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from app.team.passwords import SHORTEST, set_password
from app.team.reset_links import whose_reset
from models import AuditAct, Organizer

Shown = str | tuple[str, int]


@ways_in.get("/reset/<token>")
def reset(token: str) -> Shown:
    """The form, or that the link is over."""
    organizer = _whose(token)
    return _show(Filled({}), token, organizer) if organizer else _over()


@ways_in.post("/reset/<token>")
def take_new_password(token: str) -> Response | Shown:
    """Take the password; whoever was signed in with the old one is so no more."""
    with unit(db.session) as work:
        organizer = _whose(token)
        if organizer is None:
            return _over()
        form = read_form(NewPasswordForm, request.form, **{WHOSE: organizer.email})
        if form.meant is None:
            return _show(form, token, organizer), HTTPStatus.UNPROCESSABLE_ENTITY
        set_password(work.session, organizer, form.meant.new_password)
        note(work.session, AuditAct.PASSWORD_CHANGED, who=organizer.email, after={"how": "by a link"})
    return tells_by_link("password", organizer.id)


def _whose(token: str) -> Organizer | None:
    own = given()
    return whose_reset(db.session, own.tokens, token, own.clock())


def _show(form: Filled[NewPasswordForm], token: str, organizer: Organizer) -> str:
    how = {"form": form, "token": token, "email": organizer.email, "shortest": SHORTEST}
    return render_template("accounts/reset.html", **how)


def _over() -> tuple[str, int]:
    return render_template("accounts/reset_over.html"), HTTPStatus.GONE

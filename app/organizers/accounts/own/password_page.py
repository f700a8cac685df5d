"""One's own password: another one in its place, which ends every other session."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.guard.route_classes import SECRET
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.accounts.own.confirming import confirmed, own_organizer
from app.organizers.accounts.own.index_page import ACCOUNT
from app.organizers.accounts.own.password_form import WHOSE, PasswordForm
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.sessions.browser import here
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from app.team.passwords import SHORTEST, set_password
from models import AuditAct, TeamRole


@organizers.get("/account/password")
@least(TeamRole.VIEWER)
def password() -> str:
    """The form."""
    return _show(Filled({}))


@organizers.post("/account/password")
@of_class(SECRET)
@least(TeamRole.VIEWER)
def change_password() -> Response | tuple[str, int]:
    """Take another password, and sign out everywhere else."""
    form = confirmed(read_form(PasswordForm, request.form, **{WHOSE: signed_in().email}))
    if form.meant is None:
        return _show(form), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        set_password(work.session, own_organizer(), form.meant.new_password, but=here().key_hash)
        note(work.session, AuditAct.PASSWORD_CHANGED)
    return ACCOUNT.tells("password")


def _show(form: Filled[PasswordForm]) -> str:
    return render_template("organizers/account/password.html", form=form, email=signed_in().email, shortest=SHORTEST)

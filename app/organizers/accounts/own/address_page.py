"""One's own e-mail address: another one, once whoever reads it has said so, where mail can be sent."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.route_classes import SECRET
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.accounts.own.address_form import AddressForm
from app.organizers.accounts.own.address_taken import Came, take_address
from app.organizers.accounts.own.confirming import confirmed, own_organizer
from app.organizers.accounts.own.index_page import ACCOUNT
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.outgoing.letters import LetterKind, post
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import TeamRole

SAME = "That is your address already."
TAKEN = "Somebody of the team has this address already."


@organizers.get("/account/address")
@least(TeamRole.VIEWER)
def address() -> str:
    """The form."""
    return _show(Filled({}))


@organizers.post("/account/address")
@of_class(SECRET)
@least(TeamRole.VIEWER)
def ask_for_address() -> Response | str | tuple[str, int]:
    """Have a link sent to the new address; where no mail can be sent, the password is enough."""
    form = confirmed(read_form(AddressForm, request.form))
    if form.meant and form.meant.email == signed_in().email:
        form = form.with_error("email", SAME)
    if form.meant is None:
        return _show(form), HTTPStatus.UNPROCESSABLE_ENTITY
    if given().mailer.is_set_up:
        return _send_link(form.meant.email)
    if take_address(own_organizer(), form.meant.email) is Came.TAKEN:
        return _show(form.with_error("email", TAKEN)), HTTPStatus.CONFLICT
    return ACCOUNT.tells("address")


def _send_link(email: str) -> str:
    """The same answer whether somebody has the address: the letter says nothing to whoever has."""
    with unit(db.session) as work:
        post(work.session, LetterKind.NEW_ADDRESS, signed_in().id, email, queue=given().queue)
    return _show(Filled({}), sent_to=email)


def _show(form: Filled[AddressForm], sent_to: str = "") -> str:
    by_mail, now = given().mailer.is_set_up, signed_in().email
    return render_template("organizers/account/address.html", form=form, now=now, by_mail=by_mail, sent_to=sent_to)

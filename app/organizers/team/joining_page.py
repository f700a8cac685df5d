"""The page on which somebody joins the team by a link: to open it, or to send it empty, uses nothing up."""

from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from flask_security import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.organizers import labels
from app.organizers.accounts.lead_on import HOME
from app.organizers.accounts.no_admin import for_the_first_admin
from app.organizers.accounts.own.password_form import WHOSE, NewPasswordForm
from app.organizers.accounts.ways_in import ways_in
from app.organizers.audited import note
from app.organizers.team.addresses import Address
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from app.team.addresses import AddressTakenError
from app.team.invitations.joining import Invited, LinkIs, LinkOverError, invited, join
from app.team.invitations.links import JOIN
from app.team.passwords import SHORTEST
from models import AuditAct, Organizer

Answer = Response | tuple[str, int]

OVER = {
    LinkIs.USED: HTTPStatus.GONE,
    LinkIs.EXPIRED: HTTPStatus.GONE,
    LinkIs.UNKNOWN: HTTPStatus.NOT_FOUND,
}
TAKEN = "Somebody of the team has this address. If that is you, sign in with it; the link stays good for somebody else."
UNTOUCHED = Filled[NewPasswordForm]({})


class JoinForm(NewPasswordForm):
    """Whoever gives their own address, too."""

    email: Address


@ways_in.get(f"{JOIN}/<link>")
@for_the_first_admin
def joining(link: str) -> Answer:
    """What the link offers, and the form."""
    offer = _offer(link)
    return _instead(link, offer) or (_page(link, offer, UNTOUCHED), HTTPStatus.OK)


@ways_in.post(f"{JOIN}/<link>")
@for_the_first_admin
def join_team(link: str) -> Answer:
    """Join, and be signed in."""
    offer = _offer(link)
    form = read_form(NewPasswordForm if offer.email else JoinForm, request.form, **{WHOSE: _typed_address(offer)})
    if instead := _instead(link, offer):
        return instead
    if form.meant is None:
        return _page(link, offer, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        joined = _join(link, getattr(form.meant, "email", ""), form.meant.new_password)
    except LinkOverError:
        return joining(link)
    except AddressTakenError:
        return _page(link, offer, form.with_error("email", TAKEN)), HTTPStatus.CONFLICT
    login_user(joined, authn_via=["password"])
    return redirect(HOME, HTTPStatus.SEE_OTHER)


@ways_in.post(f"{JOIN}/<link>/as-another")
@for_the_first_admin
def join_as_another(link: str) -> Response:
    """Sign out, and come back to the link."""
    if current_user.is_authenticated:
        logout_user()
    return redirect(url_for("ways_in.joining", link=link), HTTPStatus.SEE_OTHER)


def _join(link: str, email: str, password: str) -> Organizer:
    with unit(db.session) as work:
        joined = join(work.session, link, email, password, now=given().clock())
        note(work.session, AuditAct.JOINED, who=joined.email, after={"role": joined.role})
    return joined


def _offer(link: str) -> Invited:
    return invited(db.session, link, given().clock())


def _typed_address(offer: Invited) -> str:
    return offer.email or request.form.get("email", "")


def _instead(link: str, offer: Invited) -> Answer | None:
    """What there is to say where nobody can join now; None where they can."""
    if offer.link is not LinkIs.OPEN:
        return render_template("security/join_over.html", offer=offer), OVER[offer.link]
    if current_user.is_authenticated:
        return render_template("security/join_as_another.html", link=link), HTTPStatus.CONFLICT
    return None


def _page(link: str, offer: Invited, form: Filled[NewPasswordForm]) -> str:
    return render_template("security/join.html", labels=labels, link=link, offer=offer, form=form, shortest=SHORTEST)

"""Setting up an authenticator app: its picture, the same as text, and the first code, which makes it count."""

from http import HTTPStatus

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.campaigns.look.qr_code import qr_code
from app.extensions import given
from app.guard.route_classes import SECRET
from app.guard.routes import of_class
from app.guard.tokens import BadTokenError
from app.guard.who_may import least
from app.limits.sign_in import code_was_right
from app.organizers.accounts.second_factor.fresh import fresh, mark_fresh
from app.organizers.accounts.second_factor.page import FACTOR, myself
from app.organizers.accounts.second_factor.required import leads_to_one
from app.organizers.accounts.second_step.told import EMPTY, of_code
from app.organizers.accounts.second_step.tries import beyond_codes
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.authenticator import address_of, in_fours, kept, minutes_off, new_secret, secret_of, step_of
from app.team.second_factor.theirs import drop_app, use_app
from models import AuditAct, TeamRole

PURPOSE = "authenticator-setup"
AN_HOUR = 3600  # seconds
GROWN_OLD = "The picture has grown old. Here is a new one: let your app read it, then type its code."


@organizers.get("/account/second-factor/app")
@leads_to_one
@least(TeamRole.VIEWER)
@fresh()
def app_setup() -> ResponseReturnValue:
    """A new secret, which opens nothing yet."""
    return _page(new_secret())


@organizers.post("/account/second-factor/app")
@of_class(SECRET)
@leads_to_one
@least(TeamRole.VIEWER)
@fresh()
def use_this_app() -> ResponseReturnValue:
    """Ask for this app's codes from now on, if its first one is right."""
    secret, code = _secret(), request.form.get("code", "")
    if secret is None:
        return _page(new_secret(), GROWN_OLD), HTTPStatus.UNPROCESSABLE_ENTITY
    if not code.strip():
        return _page(secret, EMPTY), HTTPStatus.UNPROCESSABLE_ENTITY
    if beyond := beyond_codes(myself().id):
        return _page(secret, beyond)
    now = given().clock()
    step = step_of(secret, code, now)
    if step is None:
        wrong = of_code(now, minutes_off(secret, code, now), is_theirs=True)
        return _page(secret, wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        use_app(work.session, given().vault, myself(), secret, step)
        code_was_right(work.session, given().vault, myself().id)
        note(work.session, AuditAct.SECOND_FACTOR_CHANGED, after={"authenticator app": "set up"})
    mark_fresh()
    return FACTOR.tells("app")


@organizers.post("/account/second-factor/app/remove")
@least(TeamRole.VIEWER)
@fresh()
def remove_app() -> ResponseReturnValue:
    """Ask for no code of an app any more."""
    with unit(db.session) as work:
        drop_app(work.session, myself())
        note(work.session, AuditAct.SECOND_FACTOR_CHANGED, after={"authenticator app": "removed"})
    return FACTOR.tells("app-removed")


def _page(secret: str, refusal: str = "") -> str:
    own = given()
    return render_template(
        "organizers/second_factor/app.html",
        picture=qr_code(address_of(secret, myself().email)),
        secret=in_fours(secret),
        setup=own.tokens.sign_for_a_while(PURPOSE, [myself().id, kept(own.vault, secret)]),
        refusal=refusal,
        now=own.clock(),
    )


def _secret() -> str | None:
    """The secret of the picture that was shown, to this very organizer."""
    own = given()
    try:
        whose, secret = own.tokens.read_young(PURPOSE, request.form.get("setup", ""), max_age=AN_HOUR)
    except BadTokenError:
        return None
    return secret_of(own.vault, secret) if whose == myself().id else None

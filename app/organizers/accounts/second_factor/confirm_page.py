"""Proving anew that it is really them: by a code, by a passkey, or by the password where there is no second factor."""

from http import HTTPStatus
from typing import cast

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user

from app.extensions import given
from app.guard.route_classes import SECRET
from app.guard.routes import of_class
from app.guard.who_may import least
from app.limits.sign_in import code_was_right
from app.organizers.accounts.lead_on import HOME, page_of_ours
from app.organizers.accounts.second_factor.confirm import ask_to_confirm, carried_in
from app.organizers.accounts.second_factor.fresh import mark_fresh
from app.organizers.accounts.second_factor.required import leads_to_one
from app.organizers.accounts.second_step.passkey_asked import DID_NOT_FIT, proven
from app.organizers.accounts.second_step.told import EMPTY, KEY_GONE, of_code
from app.organizers.accounts.second_step.tries import beyond_codes
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.authenticator import minutes_off, secret_of, step_of, take_step
from app.team.second_factor.theirs import has_app, has_one
from models import Organizer, TeamRole

NOTHING_TYPED = "Type your password."
NOT_THEIRS = "That is not your password. Please try once more."


@organizers.get("/account/confirm")
@leads_to_one
@least(TeamRole.VIEWER)
def confirm() -> ResponseReturnValue:
    """Ask for it."""
    return ask_to_confirm(request.args.get("next", ""), status=HTTPStatus.OK)


@organizers.post("/account/confirm")
@of_class(SECRET)
@leads_to_one
@least(TeamRole.VIEWER)
def confirmed() -> ResponseReturnValue:
    """Look at what they gave, and let them go on where they were."""
    leads_to, carries = request.form.get("next", ""), request.form.get("carries", "")
    if refusal := _refusal(cast("Organizer", current_user)):
        return ask_to_confirm(leads_to, carries, refusal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    mark_fresh()
    if form := carried_in(carries):
        return render_template("organizers/second_factor/confirmed.html", form=form)
    return redirect(page_of_ours(leads_to) or HOME, HTTPStatus.SEE_OTHER)


def _refusal(organizer: Organizer) -> str:
    """What is wrong with what was given, if anything."""
    given_as = next((way for way in WAYS if request.form.get(way)), "")
    if not given_as:
        return EMPTY if has_app(organizer) else NOTHING_TYPED
    if beyond := beyond_codes(organizer.id):
        return beyond
    with unit(db.session) as work:
        wrong = WAYS[given_as](organizer)
        if not wrong:
            code_was_right(work.session, given().vault, organizer.id)
    return wrong


def _by_code(organizer: Organizer) -> str:
    if not has_app(organizer):
        return NOTHING_TYPED
    own, code = given(), request.form["code"]
    secret, now = secret_of(own.vault, str(organizer.tf_totp_secret)), own.clock()
    if secret is None:
        return KEY_GONE
    step = step_of(secret, code, now)
    if step is not None and take_step(db.session, organizer.id, step):
        return ""
    return of_code(now, minutes_off(secret, code, now), is_theirs=True)


def _by_passkey(organizer: Organizer) -> str:
    return "" if proven(db.session, organizer) else DID_NOT_FIT


def _by_password(organizer: Organizer) -> str:
    """Good where there is nothing better, and not beside it."""
    is_right = not has_one(organizer) and organizer.verify_and_update_password(request.form["password"])
    return "" if is_right else NOT_THEIRS


WAYS = {"answer": _by_passkey, "code": _by_code, "password": _by_password}

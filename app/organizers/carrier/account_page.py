"""Paste the account's SID and auth token: both are tried at once, and kept if the carrier takes them."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.carrier_setup.kept import Credentials, forget_credentials, is_in_environment, keep_credentials, kept_setup
from app.carrier_setup.looked import Looked, keep_looked
from app.carrier_setup.refused import why_not_used
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.audited import noted
from app.organizers.blueprint import organizers
from app.organizers.carrier.account_form import AccountForm
from app.organizers.carrier.page import CARRIER
from app.organizers.carrier.told import told_of_account
from app.serving.forms import Filled, read_form
from app.store.alerts import alert_over
from app.store.db import db
from app.store.unit import unit
from models import AlertKind, TeamRole

ACCOUNT = "/carrier/account"
NEVER_SHOWN = dict.fromkeys(["auth_token"], "")
Answer = str | Response | tuple[str, int]


@organizers.get(ACCOUNT)
@least(TeamRole.ADMIN)
def carrier_account() -> str:
    """The form; never the token."""
    return _page(Filled({"account_sid": kept_setup(db.session).account_sid, **NEVER_SHOWN}))


@organizers.post(ACCOUNT)
@least(TeamRole.ADMIN)
def change_carrier_account() -> Answer:
    """Try what was pasted, and keep it if the carrier takes it."""
    if is_in_environment(settings()):
        return CARRIER.tells("environment")
    form = read_form(AccountForm, request.form, api_base_url=settings().twilio_api_base_url)
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    meant = form.meant.credentials()
    db.session.rollback()  # the carrier may take its time, and no connection to the database waits meanwhile
    looked = given().look(meant.within(settings()))
    why_not = why_not_used(looked, seconds=settings().carrier_timeout_seconds)
    if why_not:
        return _page(form.with_error("account_sid", why_not)), HTTPStatus.UNPROCESSABLE_ENTITY
    _keep(meant, looked)
    return CARRIER.tells("account")


@organizers.post(f"{ACCOUNT}/forget")
@least(TeamRole.ADMIN)
def forget_carrier_account() -> Response:
    """Use it no more."""

    def forget() -> bool:
        is_used = bool(kept_setup(db.session).account_sid)
        forget_credentials(db.session)
        return is_used

    with unit(db.session) as work:
        is_changed = noted(work.session, told_of_account(), forget)
    given().account.changed()
    return CARRIER.tells("forgotten" if is_changed else "same")


def _keep(meant: Credentials, looked: Looked) -> None:
    own = given()

    def keep() -> bool:
        keep_credentials(db.session, own.vault, meant, by=current_user.email, now=own.clock())
        keep_looked(db.session, looked, own.clock())
        return True

    with unit(db.session) as work:
        noted(work.session, told_of_account(), keep)
        alert_over(work.session, AlertKind.TOKEN_CHANGED, "", now=own.clock())
    own.account.changed()
    reached = own.reaches_us(own.account.settings())  # it was not, before this account was in force
    with unit(db.session) as work:
        keep_looked(work.session, looked.model_copy(update={"reached": reached}), own.clock())


def _page(form: Filled[AccountForm]) -> str:
    typed: Mapping[str, str] = {**form.typed, **NEVER_SHOWN}
    return render_template(
        "organizers/carrier/account.html",
        typed=typed,
        errors=form.errors,
        kept=kept_setup(db.session),
        from_environment=is_in_environment(settings()),
        carrier=settings().twilio_api_base_url,
    )

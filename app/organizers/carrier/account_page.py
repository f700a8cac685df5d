"""Paste the account's SID and auth token: both are tried at once, and kept if the carrier takes them."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.carrier_setup.api_key import is_key_in_environment, kept_key
from app.carrier_setup.kept import Credentials, forget_credentials, is_in_environment, keep_credentials, kept_setup
from app.carrier_setup.looked import Looked, keep_looked
from app.carrier_setup.refused import why_not_used
from app.extensions import given, settings
from app.guard.route_classes import SECRET
from app.guard.routes import of_class
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
NEVER_SHOWN = dict.fromkeys(["auth_token", "api_key_secret"], "")
Answer = str | Response | tuple[str, int]


@organizers.get(ACCOUNT)
@least(TeamRole.ADMIN)
def carrier_account() -> str:
    """The form; never the token, nor the secret of a key."""
    kept = kept_setup(db.session)
    return _page(Filled({"account_sid": kept.account_sid, "api_key_sid": kept.api_key_sid}))


@organizers.post(ACCOUNT)
@of_class(SECRET)
@least(TeamRole.ADMIN)
def change_carrier_account() -> Answer:
    """Try what was pasted, and keep it if the carrier takes it."""
    if is_in_environment(settings()):
        return CARRIER.tells("environment")
    form = _read()
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    meant = form.meant.credentials()
    db.session.rollback()  # the carrier may take its time, and no connection to the database waits meanwhile
    looked = given().look(meant.within(settings()))
    why_not = why_not_used(looked, seconds=settings().carrier_timeout_seconds)
    if why_not:
        return _page(form.with_error(_where(looked), why_not)), HTTPStatus.UNPROCESSABLE_ENTITY
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


def _where(looked: Looked) -> str:
    """The field that is wrong; a key that the environment names has none."""
    is_key = looked.takes_key is False and not is_key_in_environment(settings())
    return "api_key_sid" if is_key else "account_sid"


def _read() -> Filled[AccountForm]:
    key = kept_key(kept_setup(db.session), given().vault)
    return read_form(AccountForm, request.form, api_base_url=settings().twilio_api_base_url, kept_key=key)


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
        key_from_environment=is_key_in_environment(settings()),
        carrier=settings().twilio_api_base_url,
    )

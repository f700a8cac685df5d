"""What Flask-Security is given for a second factor: its settings, and codes that count once, which it has not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Flask, current_app, redirect, request
from flask_security import MfRecoveryCodesUtil, Totp, UserMixin, url_for_security

from app.extensions import given
from app.organizers.accounts.second_step.code_form import CodeForm
from app.organizers.accounts.second_step.passkey_sign_in import sign_in_with_passkey
from app.organizers.accounts.second_step.recovery_form import RecoveryForm
from app.organizers.accounts.second_step.without_choices import NoRescueForm, WayForm
from app.store.db import db
from app.team.second_factor.authenticator import ISSUER, secret_of, step_of, take_step
from app.team.second_factor.recovery_codes import use_code
from app.team.second_factor.theirs import AN_APP
from models import Organizer

View = Callable[..., Any]

CODE_PAGE = "/sign-in/code"
SETTINGS: dict[str, object] = {
    "SECURITY_TWO_FACTOR": True,
    "SECURITY_TWO_FACTOR_ENABLED_METHODS": [AN_APP],
    "SECURITY_TWO_FACTOR_REQUIRED": False,  # of admins we ask it once they have signed in
    "SECURITY_TWO_FACTOR_ALWAYS_VALIDATE": True,  # no cookie stands for it
    "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,  # whoever reads somebody's mail is not them
    "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL": CODE_PAGE,
    "SECURITY_TWO_FACTOR_SELECT_URL": "/sign-in/how",
    "SECURITY_TOTP_ISSUER": ISSUER,
    "SECURITY_TOTP_SECRETS": {"1": "unused: the vault keeps secrets"},
    "SECURITY_WEBAUTHN": True,
    "SECURITY_WAN_ALLOW_AS_FIRST_FACTOR": False,
    "SECURITY_WAN_SIGNIN_URL": "/sign-in/passkey",
    "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
    "SECURITY_MULTI_FACTOR_RECOVERY_URL": "/sign-in/recovery-code",
}
# Pages of its own that we have in our own way, or not at all.
NOT_OFFERED = (
    "two_factor_setup",
    "two_factor_setup_validate",
    "mf_recovery_codes",
    "wan_register",
    "wan_register_response",
    "wan_delete",
    "wan_signin_response",
)


class CodesOnce(Totp):
    """Codes of an app: each counts once, whoever sends it again."""

    def verify_totp(self, token: str, totp_secret: str, user: UserMixin, window: int = 0) -> bool:  # noqa: ARG002 - half a minute
        """Whether it is right now, and was never before."""
        own = given()
        secret = secret_of(own.vault, totp_secret)
        step = step_of(secret, token, own.clock()) if secret else None
        return step is not None and take_step(db.session, user.id, step)


class RecoveryCodesOnce(MfRecoveryCodesUtil):
    """Recovery codes, known by their hashes alone."""

    def check_recovery_code(self, user: UserMixin, code: str) -> bool:
        """Use it up, in the very transaction that lets them in."""
        return use_code(db.session, given().vault, cast("Organizer", user), code)

    def delete_recovery_code(self, user: UserMixin, code: str) -> bool:  # noqa: ARG002 - it is gone already
        """Nothing is left to be done."""
        return True


OF_THE_SECOND_STEP = ("two_factor_token_validation", "tf_select", "wan_signin", "mf_recovery", "two_factor_rescue")
PARTS: dict[str, Any] = {
    "totp_cls": CodesOnce,
    "mf_recovery_codes_util_cls": RecoveryCodesOnce,
    "two_factor_verify_code_form": CodeForm,
    "two_factor_rescue_form": NoRescueForm,
    "two_factor_select_form": WayForm,
    "mf_recovery_form": RecoveryForm,
}


def init_second_step(app: Flask) -> None:
    """Put our pages in the place of its own, and let none of them take a form that another page made."""
    views = app.view_functions
    views["security.wan_signin"] = sign_in_with_passkey
    views["security.two_factor_rescue"] = lambda: redirect(url_for_security("mf_recovery"))
    for name in OF_THE_SECOND_STEP:
        views[f"security.{name}"] = _with_token(views[f"security.{name}"])


def _with_token(view: View) -> View:
    @wraps(view)
    def guarded() -> Any:
        if request.method == "POST":
            current_app.extensions["csrf"].protect()
        return view()

    return guarded

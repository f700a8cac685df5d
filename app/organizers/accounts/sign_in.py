"""Signing in and out: Flask-Security with passwords alone, and tokens against forged forms."""

from datetime import timedelta
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_security import FSQLALiteUserDatastore, Security, auth_required
from flask_wtf.csrf import CSRFError, CSRFProtect

from app.config import Settings
from app.guard.cookies import cookie_name
from app.guard.route_classes import FOR_THE_CARRIER, SIGN_IN
from app.guard.routes import classify
from app.organizers.accounts.demo import who_is_offered
from app.organizers.accounts.known_device import init_known_devices
from app.organizers.accounts.lead_on import HOME
from app.organizers.accounts.left_out import left_out
from app.organizers.accounts.no_admin import no_admin_yet
from app.organizers.accounts.roles import require_role
from app.organizers.accounts.second_factor.fresh import init_fresh
from app.organizers.accounts.second_factor.required import require_second_factor
from app.organizers.accounts.second_step.flask_security_parts import NOT_OFFERED, PARTS, SETTINGS, init_second_step
from app.organizers.accounts.sessions.browser import init_sessions
from app.organizers.accounts.sessions.left import left
from app.organizers.accounts.sessions.unsent_page import ask_to_sign_in
from app.organizers.accounts.sign_in_form import SignInForm
from app.organizers.accounts.told_at_sign_in import told_at_sign_in
from app.organizers.accounts.ways_in import ways_in
from app.serving.error_pages import error_page
from app.store.db import db
from models import Organizer, OrganizerPasskey, OrganizerRole

NOBODY_SIGNS_IN = (f"{FOR_THE_CARRIER}/", "/c/")
STALE = ("This page has grown old", "Nothing was done. Go back, load the page anew, and try once more.")


class SessionsOfPeople(SecureCookieSessionInterface):
    """Sessions in a signed cookie; the carrier and supporters, who ask more often than anybody, have none."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of the cookie; None where nobody signs in."""
        return None if request.path.startswith(NOBODY_SIGNS_IN) else super().open_session(app, request)


def init_sign_in(app: Flask) -> None:
    """Give the app /sign-in and /sign-out."""
    app.config.update(_config(app.extensions["ringdown"].settings), SESSION_COOKIE_NAME=cookie_name(app, "organizer"))
    app.session_interface = SessionsOfPeople()
    CSRFProtect(app)
    organizers = FSQLALiteUserDatastore(db, Organizer, OrganizerRole, OrganizerPasskey)
    with left_out(app, NOT_OFFERED):
        security = Security(app, organizers, login_form=SignInForm, **PARTS)
    classify(app, "security", SIGN_IN)
    security.want_json(lambda _request: False)
    security.login_context_processor(told_at_sign_in)
    security.login_context_processor(who_is_offered)
    _ask_only_where_somebody_may_be(app, security)
    security.unauthn_handler(ask_to_sign_in)
    for blueprint in ("security", "ways_in"):
        app.before_request_funcs.setdefault(blueprint, []).append(no_admin_yet)
    app.register_blueprint(ways_in)
    app.register_blueprint(left)
    init_sessions(app)
    init_known_devices(app)
    init_second_step(app)
    init_fresh(app)

    @app.errorhandler(CSRFError)
    def _stale(_error: CSRFError) -> Response:
        return error_page(400, *STALE)


def _ask_only_where_somebody_may_be(app: Flask, security: Security) -> None:
    """Who is signed in is looked up and remembered around organizers' pages alone: nobody else is, nor the carrier."""
    theirs = (security.principal, vars(app)["login_manager"])
    every: tuple[dict[str | None, list[Any]], ...] = (app.before_request_funcs, app.after_request_funcs)
    for hooks in every:
        moved = [hook for hook in hooks[None] if getattr(hook, "__self__", None) in theirs]
        hooks[None] = [hook for hook in hooks[None] if hook not in moved]
        for blueprint in ("organizers", "security", "ways_in"):
            hooks.setdefault(blueprint, []).extend(moved)


def require_team() -> ResponseReturnValue | None:
    """Send strangers to the sign-in page, refuse forms that carry no token of ours, and whoever may not do this."""
    return no_admin_yet() or _require_sign_in() or require_second_factor() or require_role()


@auth_required("session")
def _require_sign_in() -> ResponseReturnValue | None:
    """Let whoever has signed in pass."""
    return None


def _config(settings: Settings) -> dict[str, object]:
    return SETTINGS | {
        "SECRET_KEY": settings.secret_key.get_secret_value(),
        "SESSION_COOKIE_SECURE": settings.is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_CHECK_DEFAULT": False,  # public forms and the carrier bring proofs of their own
        "WTF_CSRF_TIME_LIMIT": None,  # good for as long as the session
        "WTF_CSRF_SSL_STRICT": False,  # our pages ask browsers to send no referrer
        "SECURITY_PASSWORD_SALT": settings.password_salt.get_secret_value(),
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"test_environment": True},  # an address is a name here, never written to
        "SECURITY_LOGIN_URL": "/sign-in",
        "SECURITY_LOGOUT_URL": "/sign-out",
        "SECURITY_LOGOUT_CSRF": True,
        "SECURITY_POST_LOGIN_VIEW": HOME,
        "SECURITY_POST_LOGOUT_VIEW": "/sign-in",
        "SECURITY_API_ENABLED_METHODS": ["session"],
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_FRESHNESS": timedelta(minutes=-1),  # no page to confirm the password on
        "SECURITY_STATIC_FOLDER": None,
        "SECURITY_CLI_USERS_NAME": False,
        "SECURITY_CLI_ROLES_NAME": False,
    }

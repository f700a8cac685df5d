"""Which session a browser has: begun by signing in, ended by signing out, and asked for its row by every page."""

from datetime import datetime
from functools import partial
from typing import cast

from flask import Flask, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, user_logged_in, user_logged_out
from flask_security.utils import set_request_attr
from itsdangerous import BadSignature
from werkzeug.http import parse_cookie

from app.extensions import given
from app.guard.bodies import tell_whom_we_know
from app.organizers.audited import note
from app.store.db import db
from app.store.unit import light_unit, unit
from app.team.sessions import (
    REMEMBERED_FOR,
    Here,
    begin_session,
    end_session_of_key,
    find_session,
    note_seen,
)
from app.team.whence import kind_of_device
from models import AuditAct, Organizer

KEY = "key"
WHOSE = "whose"
FORGERY_FIELD = "csrf_token"  # what Flask-WTF calls it


def init_sessions(app: Flask) -> None:
    """Let rows decide who is signed in; the cookie is worth nothing by itself."""
    app.config.update(PERMANENT_SESSION_LIFETIME=REMEMBERED_FOR, SESSION_REFRESH_EACH_REQUEST=False)
    manager: LoginManager = vars(app)["login_manager"]
    manager.user_loader(_signed_in_here)
    user_logged_in.connect(_begin, app)
    user_logged_out.connect(_end, app)
    tell_whom_we_know(app, partial(was_here, app))


def was_here(app: Flask, cookies: str) -> bool:
    """Whether these cookies are of a browser in which an organizer signed in: by our signature, no row is read."""
    reads = SecureCookieSessionInterface().get_signing_serializer(app)
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"], "")
    try:
        return reads is not None and WHOSE in reads.loads(cookie)
    except BadSignature:
        return False


def here() -> Here:
    """This browser's session; somebody has signed in with it."""
    return cast("Here", g.here)


def key_of_browser() -> str:
    """The key that the browser shows, good or not."""
    return str(session.get(KEY, ""))


def _signed_in_here(uniquifier: str) -> Organizer | None:
    """Who that is. The cookie must name them as they are now: whatever changes that ends every session of theirs."""
    now = given().clock()
    found = find_session(db.session, key_of_browser(), now)
    if found is None or found[0].fs_uniquifier != uniquifier:
        return None
    organizer, g.here = found
    if not here().was_seen(now):
        _note_seen(now)
    set_request_attr("fs_authn_via", "session")
    set_request_attr("fs_paa", session.get("fs_paa", 0))
    return organizer


def _note_seen(now: datetime) -> None:
    """Let it last from now on; where it is remembered, the cookie lasts as long."""
    with light_unit(db.engine) as work:
        note_seen(work.connection, here(), now)
    session.modified = True


def _begin(_app: Flask, user: Organizer) -> None:
    """Whoever signs in gets a new key, and forms of their own unless it was they who sat here before."""
    remembered = session.pop("_remember", "") == "set"  # so that Flask-Login makes no cookie of its own
    device, whose, who = kind_of_device(request.user_agent.string), user.id, user.email
    with unit(db.session) as work:
        end_session_of_key(work.session, key_of_browser())
        now = given().clock()
        session[KEY] = begin_session(work.session, whose, device=device, remembered=remembered, now=now)
        note(work.session, AuditAct.SIGNED_IN, who=who)
    if session.get(WHOSE) != whose:
        session.pop(FORGERY_FIELD, None)
        g.pop(FORGERY_FIELD, None)
    session[WHOSE], session.permanent = whose, remembered


def _end(_app: Flask, user: Organizer) -> None:
    """This browser knows no more of them."""
    with unit(db.session) as work:
        end_session_of_key(work.session, key_of_browser())
        note(work.session, AuditAct.SIGNED_OUT, who=user.email)
    for known in (KEY, WHOSE):
        session.pop(known, None)
    session.permanent = False

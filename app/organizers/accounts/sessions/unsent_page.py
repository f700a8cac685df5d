"""What somebody sent when they were signed out already: kept, shown once they are back, and sent by their button."""

from http import HTTPStatus

from flask import redirect, render_template, request, session, url_for
from flask_wtf.csrf import validate_csrf
from werkzeug.wrappers import Response
from wtforms import ValidationError

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.sessions.browser import FORGERY_FIELD, WHOSE
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.unsent import Unsent, drop_unsent, find_unsent, keep_unsent
from models import TeamRole

KEY = "unsent"
LARGEST = 200_000  # characters
SAVES_AS_YOU_GO = "X-Saves"  # a script that saves keeps what was typed in its page, and asks there


def ask_to_sign_in(*_ways: object, **_how: object) -> Response:
    """Lead to the sign-in; afterwards to the page that was asked for, or to what was sent."""
    if SAVES_AS_YOU_GO in request.headers:
        return Response(status=HTTPStatus.UNAUTHORIZED)
    if request.method != "POST":
        return redirect(url_for("security.login", next=_asked()))
    if _is_kept():
        return redirect(url_for("security.login", next=url_for("organizers.unsent")))
    return redirect(url_for("security.login", done="signed-out"))


def _is_kept() -> bool:
    """Keep what came, if a page that we made for this very browser sent it, and it holds no password."""
    if WHOSE not in session or not _is_ours():  # in this order: of nobody's, not even the body is read
        return False
    fields = [(name, value) for name, value in request.form.items(multi=True) if name != FORGERY_FIELD]
    if any("password" in name for name, _ in fields) or sum(len(value) for _, value in fields) > LARGEST:
        return False
    own, had_file = given(), any(file.filename for file in request.files.values())
    sent = Unsent(path=_asked(), fields=fields, had_file=had_file)
    with unit(db.session) as work:
        key = keep_unsent(work.session, own.vault, session[WHOSE], sent, now=own.clock())
    session[KEY] = key
    return key is not None


def _asked() -> str:
    """The address, without the host that the request claims."""
    return request.full_path.removesuffix("?")


def _is_ours() -> bool:
    try:
        validate_csrf(request.form.get(FORGERY_FIELD))
    except ValidationError:
        return False
    return True


@organizers.get("/unsent")
@least(TeamRole.VIEWER)
def unsent() -> Response | str:
    """What was kept, behind a button. Nothing is sent by looking."""
    own = given()
    kept = find_unsent(db.session, own.vault, signed_in().id, str(session.get(KEY)), own.clock())
    if kept is None:
        return redirect(url_for("organizers.front"))
    return render_template("organizers/account/unsent.html", kept=kept)


@organizers.post("/unsent/drop")
@least(TeamRole.VIEWER)
def drop() -> Response:
    """Let it go."""
    with unit(db.session) as work:
        drop_unsent(work.session, signed_in().id)
    return redirect(url_for("organizers.front"))

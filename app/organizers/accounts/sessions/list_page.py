"""Where somebody is signed in: every browser, when it was last seen, and a button to end it."""

from flask import render_template
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.sessions.browser import here
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.store.db import db
from app.store.unit import unit
from app.team.sessions import end_session, end_sessions, open_sessions
from models import AuditAct, TeamRole

LARGEST_ID = 2**63 - 1
SESSIONS = Page(
    "organizers.sessions",
    {
        "ended": Notice("Signed out there. Whoever has that device must sign in again."),
        "gone": Notice("Nothing was left to end there: that device is signed out already."),
        "here": Notice("This is the device that you are using now: sign out at the top of the page.", is_bad=True),
        "others-ended": Notice("You are signed out everywhere else."),
    },
)


@organizers.get("/account/sessions")
@least(TeamRole.VIEWER)
def sessions() -> str:
    """Every browser in which whoever asks is signed in."""
    theirs = open_sessions(db.session, signed_in().id, given().clock())
    notice = SESSIONS.notice()
    return render_template("organizers/account/sessions.html", sessions=theirs, here=here().id, notice=notice)


@organizers.post("/account/sessions/<int:session_id>/end")
@least(TeamRole.VIEWER)
def end_one_session(session_id: int) -> Response:
    """Sign out on another device of theirs."""
    if session_id == here().id:
        return SESSIONS.tells("here")
    with unit(db.session) as work:
        device = end_session(work.session, signed_in().id, min(session_id, LARGEST_ID))
        if device is not None:
            note(work.session, AuditAct.SESSIONS_ENDED, before={"device": device})
    return SESSIONS.tells("gone" if device is None else "ended")


@organizers.post("/account/sessions/end-others")
@least(TeamRole.VIEWER)
def end_other_sessions() -> Response:
    """Sign out everywhere but here."""
    with unit(db.session) as work:
        if end_sessions(work.session, signed_in().id, but=here().key_hash):
            note(work.session, AuditAct.SESSIONS_ENDED, before={"device": "all others"})
    return SESSIONS.tells("others-ended")

"""The offices that are no legislator's: those that can be called, and those that could be put back."""

from http import HTTPStatus

from flask import abort, render_template
from werkzeug.wrappers import Response

from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, saved
from app.organizers.offices.made.audit import told_of_made
from app.organizers.offices.notices import MADE_OFFICES, OFFICE
from app.organizers.offices.shown import GEOID
from app.representatives import RosterNotSeededError, directory
from app.representatives.made.offices import removed_offices
from app.representatives.made.removing import put_back
from app.store.db import db
from models import TeamRole


@organizers.get("/offices/made")
@least(TeamRole.VIEWER)
def made_offices() -> str:
    """All of them, by name."""
    try:
        seats = [seat for seat in directory(db.session).seats.values() if seat.is_made]
    except RosterNotSeededError:
        return render_template("organizers/offices/none.html")
    return render_template(
        "organizers/offices/made/list.html",
        seats=sorted(seats, key=lambda seat: seat.holder.name.casefold() if seat.holder else ""),
        removed=removed_offices(db.session),
        notice=MADE_OFFICES.notice(),
    )


@organizers.post("/offices/made/<geoid>/back")
@least(TeamRole.ORGANIZER)
def put_office_back(geoid: str) -> Response:
    """Let it be called again."""
    if not GEOID.fullmatch(geoid):
        abort(HTTPStatus.NOT_FOUND)
    came = saved(told_of_made(geoid), lambda _who: put_back(db.session, geoid))
    return OFFICE.tells("put-back", geoid=geoid) if came is Came.CHANGED else MADE_OFFICES.tells("same")

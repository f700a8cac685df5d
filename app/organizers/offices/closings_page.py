"""Days on which every office of a state differs, such as a storm that closes the State House."""

from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun, undone
from app.organizers.offices.changes import change_of_days
from app.organizers.offices.hours_forms import DayForm
from app.organizers.offices.list_page import offices_page
from app.organizers.offices.notices import OFFICES
from app.representatives.opening.changing.whose import EveryOffice, NobodyThereError, take_rosters
from app.serving.forms import read_form
from app.store.db import db
from models import TeamRole

FASTER = "Somebody else changed these days meanwhile. See which they are now; what you typed is below."


@organizers.post("/offices/exceptions")
@least(TeamRole.ORGANIZER)
def add_closing() -> Response | tuple[str, int]:
    """Let one day differ at every office."""
    every, form = _every_office(), read_form(DayForm, request.form, now=given().clock())
    if form.meant is None:
        return offices_page(_state(), form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(change_of_days(every), form.meant) if every else Came.SAME
    if came is Came.FASTER:
        return offices_page(_state(), outrun(form, "day", FASTER)), HTTPStatus.CONFLICT
    return OFFICES.tells("exception" if came is Came.CHANGED else "same", state=_state())


@organizers.post("/offices/exceptions/remove")
@least(TeamRole.ORGANIZER)
def drop_closing() -> Response:
    """Let that day be like any other at every office."""
    every = _every_office()
    came = undone(change_of_days(every), request.form.get("day", "")) if every else Came.SAME
    return OFFICES.tells("removed" if came is Came.CHANGED else "same", state=_state())


def _every_office() -> EveryOffice | None:
    """The offices for which the form was shown, taken; none in a state that no form of ours sends."""
    every = EveryOffice(_state())
    try:
        take_rosters(db.session, every)
    except NobodyThereError:
        return None
    return every


def _state() -> str:
    return clean_text(request.form.get("state", ""), limit=2)

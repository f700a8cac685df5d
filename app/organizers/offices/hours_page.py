"""What organizers do to an office's hours: another week, the usual one again, a day that differs, and none again."""

from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun, undone
from app.organizers.offices.changes import change_of_days, change_of_week
from app.organizers.offices.hours_forms import DayForm, WeekForm
from app.organizers.offices.hours_shown import Attempt
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.shown import Shown, find_office, office_page
from app.representatives.opening.changing.whose import NobodyThereError, OneLine
from app.serving.forms import read_form
from app.store.db import db
from models import TeamRole

Answer = Response | tuple[str, int]

FASTER = "Somebody else changed these hours meanwhile. See what they are now; what you typed is below."


@organizers.errorhandler(NobodyThereError)
def _other_lines(_error: NobodyThereError) -> Response:
    db.session.rollback()
    return OFFICE.tells("elsewhere", geoid=(request.view_args or {})["geoid"])


@organizers.post("/offices/<geoid>/hours")
@least(TeamRole.ORGANIZER)
def change_hours(geoid: str) -> Answer:
    """Give the line a week of its own."""
    shown, form = find_office(geoid, to_change=True), read_form(WeekForm, request.form)
    line_id = _line_id(shown)
    if form.meant is None:
        return _again(shown, Attempt(line_id, week=form))
    came = made(change_of_week(line_id), form.meant.week())
    if came is Came.FASTER:
        return _faster(geoid, Attempt(line_id, week=outrun(form, "week", FASTER)))
    return _told(geoid, came, "hours")


@organizers.post("/offices/<geoid>/hours/usual")
@least(TeamRole.ORGANIZER)
def usual_hours(geoid: str) -> Answer:
    """Let the line have the usual week again."""
    came = undone(change_of_week(_line_id(find_office(geoid, to_change=True))))
    return _told(geoid, came, "usual")


@organizers.post("/offices/<geoid>/exceptions")
@least(TeamRole.ORGANIZER)
def add_exception(geoid: str) -> Answer:
    """Let one day differ."""
    shown, form = find_office(geoid, to_change=True), read_form(DayForm, request.form, now=given().clock())
    line_id = _line_id(shown)
    if form.meant is None:
        return _again(shown, Attempt(line_id, day=form))
    came = made(change_of_days(OneLine(line_id)), form.meant)
    if came is Came.FASTER:
        return _faster(geoid, Attempt(line_id, day=outrun(form, "day", FASTER)))
    return _told(geoid, came, "exception")


@organizers.post("/offices/<geoid>/exceptions/remove")
@least(TeamRole.ORGANIZER)
def drop_exception(geoid: str) -> Answer:
    """Let that day be like any other."""
    line = OneLine(_line_id(find_office(geoid, to_change=True)))
    came = undone(change_of_days(line), request.form.get("day", ""))
    return _told(geoid, came, "removed")


def _line_id(shown: Shown) -> int:
    """The line for which the form was shown, which must still be one of this office.

    Raises:
        NobodyThereError: it is not.
    """
    typed = request.form.get("line", "")
    for line in shown.seat.lines_as_set:
        if str(line.id) == typed:
            return line.id
    raise NobodyThereError


def _again(shown: Shown, attempt: Attempt) -> tuple[str, int]:
    return office_page(shown, hours=attempt), HTTPStatus.UNPROCESSABLE_ENTITY


def _faster(geoid: str, attempt: Attempt) -> tuple[str, int]:
    return office_page(find_office(geoid), hours=attempt), HTTPStatus.CONFLICT


def _told(geoid: str, came: Came, what: str) -> Response:
    return OFFICE.tells(what if came is Came.CHANGED else "same-hours", geoid=geoid)

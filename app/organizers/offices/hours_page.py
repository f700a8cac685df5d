"""What organizers do to an office's hours: another week, the usual one again, a day that differs, and none again."""

from http import HTTPStatus

from flask import request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.offices.exception_form import TypedDay, check_exception, read_date
from app.organizers.offices.hours_shown import Attempt
from app.organizers.offices.shown import Shown, back_to_office, find_office, office_page
from app.organizers.offices.week_form import TypedWeek, check_week
from app.representatives.opening import HoursError
from app.representatives.opening.changing.exception import remove_exception, set_exception
from app.representatives.opening.changing.week import back_to_usual, set_week
from app.representatives.opening.changing.whose import NobodyThereError, OneLine
from app.store.db import db

Answer = Response | tuple[str, int]


@organizers.post("/offices/<geoid>/hours")
def change_hours(geoid: str) -> Answer:
    """Give the line a week of its own."""
    shown, typed = find_office(geoid), TypedWeek.from_form(request.form)
    checked = check_week(typed)
    try:
        line_id = _line_id(shown)
        if checked.errors:
            return _again(shown, Attempt(line_id, checked.errors, week=typed))
        done = set_week(db.session, line_id, checked.week, by=current_user.email, now=given().clock())
    except NobodyThereError:
        return back_to_office(geoid, "elsewhere")
    return _done(geoid, done, "hours")


@organizers.post("/offices/<geoid>/hours/usual")
def usual_hours(geoid: str) -> Answer:
    """Let the line have the usual week again."""
    try:
        done = back_to_usual(db.session, _line_id(find_office(geoid)), by=current_user.email, now=given().clock())
    except NobodyThereError:
        return back_to_office(geoid, "elsewhere")
    return _done(geoid, done, "usual")


@organizers.post("/offices/<geoid>/exceptions")
def add_exception(geoid: str) -> Answer:
    """Let one day differ."""
    shown, typed, now = find_office(geoid), TypedDay.from_form(request.form), given().clock()
    checked = check_exception(typed, now)
    try:
        line_id = _line_id(shown)
        if checked.errors:
            return _again(shown, Attempt(line_id, checked.errors, day=typed))
        who = {"by": current_user.email, "now": now}
        done = set_exception(db.session, OneLine(line_id), checked.day, checked.spans, typed.note, **who)
    except NobodyThereError:
        return back_to_office(geoid, "elsewhere")
    return _done(geoid, done, "exception")


@organizers.post("/offices/<geoid>/exceptions/remove")
def drop_exception(geoid: str) -> Answer:
    """Let that day be like any other."""
    try:
        line = OneLine(_line_id(find_office(geoid)))
        done = remove_exception(db.session, line, read_date(request.form.get("day", "")))
    except NobodyThereError:
        return back_to_office(geoid, "elsewhere")
    except HoursError:  # no form of ours sends such a day
        done = False
    return _done(geoid, done, "removed")


def _line_id(shown: Shown) -> int:
    """The line for which the form was shown, which must still be one of this office.

    Raises:
        NobodyThereError: it is not.
    """
    typed = request.form.get("line", "")
    for line in shown.seat.lines:
        if str(line.id) == typed:
            return line.id
    raise NobodyThereError


def _again(shown: Shown, attempt: Attempt) -> tuple[str, int]:
    return office_page(shown, hours=attempt), HTTPStatus.UNPROCESSABLE_ENTITY


def _done(geoid: str, done: bool, what: str) -> Response:
    db.session.commit()
    return back_to_office(geoid, what if done else "same-hours")

"""Days on which every office of a state differs, such as a storm that closes the State House."""

from http import HTTPStatus

from flask import redirect, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.language.text import clean_text
from app.organizers.blueprint import organizers
from app.organizers.offices.exception_form import TypedDay, check_exception, read_date
from app.organizers.offices.list_page import offices_page
from app.representatives.opening import HoursError
from app.representatives.opening.changing.exception import remove_exception, set_exception
from app.representatives.opening.changing.whose import EveryOffice, NobodyThereError
from app.store.db import db


@organizers.post("/offices/exceptions")
def add_closing() -> Response | tuple[str, int]:
    """Let one day differ at every office."""
    state, typed, now = _state(), TypedDay.from_form(request.form), given().clock()
    checked = check_exception(typed, now)
    if checked.errors:
        return offices_page(state, typed, checked.errors), HTTPStatus.UNPROCESSABLE_ENTITY
    who = {"by": current_user.email, "now": now}
    try:
        done = set_exception(db.session, EveryOffice(state), checked.day, checked.spans, typed.note, **who)
    except NobodyThereError:
        done = False
    return _back(state, "exception" if done else "same")


@organizers.post("/offices/exceptions/remove")
def drop_closing() -> Response:
    """Let that day be like any other at every office."""
    state = _state()
    try:
        done = remove_exception(db.session, EveryOffice(state), read_date(request.form.get("day", "")))
    except (NobodyThereError, HoursError):  # no form of ours sends such a state or day
        done = False
    return _back(state, "removed" if done else "same")


def _state() -> str:
    return clean_text(request.form.get("state", ""), limit=2)


def _back(state: str, done: str) -> Response:
    db.session.commit()
    return redirect(url_for("organizers.all_offices", state=state, done=done), HTTPStatus.SEE_OTHER)

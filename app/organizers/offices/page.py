"""One office: its lines, the form to correct them by hand, what was corrected before, and the way back."""

from http import HTTPStatus

from flask import request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given, settings
from app.organizers.blueprint import organizers
from app.organizers.offices.lines_form import Checked, Typed, check
from app.organizers.offices.shown import Shown, back_to_office, find_office, office_page
from app.representatives.roster.correct_lines import NoLongerSittingError, correct_lines, undo_correction
from app.store.db import db

SOMEBODY_ELSE = {"note": "Somebody else sits here now. Nothing was changed: look at the lines below once more."}


@organizers.get("/offices/<geoid>")
def office(geoid: str) -> str:
    """The office as it is."""
    return office_page(find_office(geoid))


@organizers.post("/offices/<geoid>")
def correct(geoid: str) -> Response | tuple[str, int]:
    """Set the lines by hand."""
    shown, typed = find_office(geoid), Typed.from_form(request.form)
    checked = check(typed, fictional=settings().fictional_numbers)
    if checked.errors:
        return office_page(shown, typed, checked), HTTPStatus.UNPROCESSABLE_ENTITY
    who = {"by": current_user.email, "now": given().clock()}
    try:
        done = correct_lines(db.session, _holder_id(shown), checked.lines, note=typed.note, **who)
    except NoLongerSittingError:
        return office_page(find_office(geoid), typed, Checked(errors=SOMEBODY_ELSE)), HTTPStatus.CONFLICT
    db.session.commit()
    return back_to_office(geoid, "corrected" if done else "same")


@organizers.post("/offices/<geoid>/undo")
def undo(geoid: str) -> Response:
    """Go back to what was imported."""
    shown = find_office(geoid)
    try:
        done = undo_correction(db.session, _holder_id(shown), by=current_user.email, now=given().clock())
    except NoLongerSittingError:
        done = False
    db.session.commit()
    return back_to_office(geoid, "undone" if done else "same")


def _holder_id(shown: Shown) -> int:
    """Whom the form was shown for, who must still sit here."""
    holder = shown.seat.holder
    if holder is None or request.form.get("holder") != str(holder.id):
        raise NoLongerSittingError
    return holder.id

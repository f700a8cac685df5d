"""One office: its lines, the form to correct them by hand, what was corrected before, and the way back."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, render_template, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.db import db
from app.extensions import given, settings
from app.organizers.blueprint import organizers
from app.organizers.facts_age import facts_age
from app.organizers.office_form import LONGEST_NOTE, Checked, Typed, check
from app.representatives import Directory, RosterNotSeededError, Seat, directory
from app.representatives.correct_lines import NoLongerSittingError, correct_lines, corrections_of, undo_correction
from app.representatives.corrections import to_lines
from app.representatives.offices import sharing_line
from models import District, OfficeHolder

GEOID = re.compile(r"[0-9A-Z]{5,12}", re.ASCII)
SOMEBODY_ELSE = {"note": "Somebody else sits here now. Nothing was changed: look at the lines below once more."}


@organizers.get("/offices/<geoid>")
def office(geoid: str) -> str:
    """The office as it is."""
    shown = _find(geoid)
    return _page(shown, Typed.from_seat(shown.seat))


@organizers.post("/offices/<geoid>")
def correct(geoid: str) -> Response | tuple[str, int]:
    """Set the lines by hand."""
    shown, typed = _find(geoid), Typed.from_form(request.form)
    checked = check(typed, fictional=settings().fictional_numbers)
    if checked.errors:
        return _page(shown, typed, checked), HTTPStatus.UNPROCESSABLE_ENTITY
    who = {"by": current_user.email, "now": given().clock()}
    try:
        done = correct_lines(db.session, _holder_id(shown), checked.lines, note=typed.note, **who)
    except NoLongerSittingError:
        return _page(_find(geoid), typed, Checked(errors=SOMEBODY_ELSE)), HTTPStatus.CONFLICT
    db.session.commit()
    return _back(geoid, "corrected" if done else "same")


@organizers.post("/offices/<geoid>/undo")
def undo(geoid: str) -> Response:
    """Go back to what was imported."""
    shown = _find(geoid)
    try:
        done = undo_correction(db.session, _holder_id(shown), by=current_user.email, now=given().clock())
    except NoLongerSittingError:
        done = False
    db.session.commit()
    return _back(geoid, "undone" if done else "same")


@dataclass(frozen=True)
class _Shown:
    facts: Directory
    seat: Seat


def _find(geoid: str) -> _Shown:
    district = db.session.get(District, geoid) if GEOID.fullmatch(geoid) else None
    try:
        facts = directory(db.session, district.state) if district else abort(HTTPStatus.NOT_FOUND)
    except RosterNotSeededError:
        abort(HTTPStatus.NOT_FOUND)
    return _Shown(facts, facts.seat(geoid))


def _page(shown: _Shown, typed: Typed, checked: Checked | None = None) -> str:
    holder = shown.seat.holder
    history = corrections_of(db.session, holder.id) if holder else []
    return render_template(
        "organizers/office.html",
        seat=shown.seat,
        since=db.session.get_one(OfficeHolder, holder.id).valid_from if holder else None,
        sharing=sharing_line(shown.facts, shown.seat),
        history=history,
        current=next((it for it in history if it.ended_at is None), None),
        to_lines=to_lines,
        typed=typed,
        errors=checked.errors if checked else {},
        longest_note=LONGEST_NOTE,
        done=request.args.get("done", ""),
        age=facts_age(shown.facts, given().clock()),
    )


def _holder_id(shown: _Shown) -> int:
    """Whom the form was shown for, who must still sit here."""
    holder = shown.seat.holder
    if holder is None or request.form.get("holder") != str(holder.id):
        raise NoLongerSittingError
    return holder.id


def _back(geoid: str, done: str) -> Response:
    return redirect(url_for("organizers.office", geoid=geoid, done=done), HTTPStatus.SEE_OTHER)

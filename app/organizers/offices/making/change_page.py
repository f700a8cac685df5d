"""Changes an office that was made by hand, takes the last change back, and removes one that no campaign calls."""

from http import HTTPStatus

from flask import abort, request
from werkzeug.wrappers import Response

from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun, saved, undone
from app.organizers.office_numbers import offices_alone
from app.organizers.offices.made.audit import told_of_made
from app.organizers.offices.made.change import change_of_made, made_shown
from app.organizers.offices.made.form import NUMBERS, MadeForm
from app.organizers.offices.making.new_page import SAME
from app.organizers.offices.new_lines.noted import waits_or
from app.organizers.offices.notices import MADE_OFFICES, OFFICE
from app.organizers.offices.shown import Shown, find_office, office_page
from app.representatives.made.making import SameOfficeError
from app.representatives.made.removing import remove_office
from app.serving.forms import read_form
from app.store.db import db
from models import TeamRole

FASTER = "Somebody else changed this office meanwhile. See what it is now; what you typed is below."


@organizers.post("/offices/made/<geoid>")
@least(TeamRole.ORGANIZER)
def change_made(geoid: str) -> Response | tuple[str, int]:
    """Make of it what was typed."""
    shown = _found(geoid)
    typed = read_form(MadeForm, request.form, fictional=settings().fictional_numbers)
    form = offices_alone(typed, NUMBERS, shown.seat)
    if form.meant is None:
        return office_page(shown, made=form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        came = made(change_of_made(shown.seat), form.meant)
    except SameOfficeError:
        return office_page(find_office(geoid), made=form.with_error("name", SAME)), HTTPStatus.CONFLICT
    if came is Came.FASTER:
        return office_page(find_office(geoid), made=outrun(form, "name", FASTER)), HTTPStatus.CONFLICT
    return OFFICE.tells(waits_or("made-changed", shown.seat) if came is Came.CHANGED else "made-same", geoid=geoid)


@organizers.post("/offices/made/<geoid>/undo")
@least(TeamRole.ORGANIZER)
def undo_made(geoid: str) -> Response:
    """Go back to what it was before the last change."""
    shown = _found(geoid)
    try:
        came = undone(change_of_made(shown.seat))
    except SameOfficeError:
        return OFFICE.tells("made-taken", geoid=geoid)
    return OFFICE.tells("made-undone" if came is Came.CHANGED else "made-same", geoid=geoid)


@organizers.post("/offices/made/<geoid>/remove")
@least(TeamRole.ORGANIZER)
def remove_made(geoid: str) -> Response | tuple[str, int]:
    """Let nobody be connected there any more; not as long as a campaign calls it, which the page says."""
    shown = _found(geoid)
    used = made_shown(shown.seat)
    if used and (used.listing or used.more):
        return office_page(shown), HTTPStatus.CONFLICT
    saved(told_of_made(geoid), lambda _who: remove_office(db.session, geoid, given().clock()))
    return MADE_OFFICES.tells("removed", at="removed")


def _found(geoid: str) -> Shown:
    shown = find_office(geoid, to_change=True)
    return shown if shown.seat.is_made else abort(HTTPStatus.NOT_FOUND)

"""One office: its lines and e-mail address, corrected by hand, what was corrected before, and the way back."""

from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.extensions import settings
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun, undone
from app.organizers.office_numbers import offices_alone
from app.organizers.offices.changes import change_of_email, change_of_lines
from app.organizers.offices.lines_form import EmailForm, LinesForm
from app.organizers.offices.new_lines.noted import waits_or
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.shown import Shown, find_imported, find_office, office_page
from app.serving.forms import Filled, read_form
from models import LineKind, TeamRole

LINES = (LineKind.CAPITOL, LineKind.DISTRICT)
SOMEBODY_ELSE = "Somebody else sits here now. Nothing was changed: look at the lines below once more."
FASTER = "Somebody else corrected these lines meanwhile. See what they are now; what you typed is below."
FASTER_ADDRESS = "This office or its address was changed meanwhile. See what it is now; what you typed is below."


@organizers.get("/offices/<geoid>")
@least(TeamRole.VIEWER)
def office(geoid: str) -> str:
    """The office as it is."""
    return office_page(find_office(geoid))


@organizers.post("/offices/<geoid>")
@least(TeamRole.ORGANIZER)
def correct(geoid: str) -> Response | tuple[str, int]:
    """Set the lines by hand."""
    shown = find_imported(geoid, to_change=True)
    typed = read_form(LinesForm, request.form, fictional=settings().fictional_numbers)
    form = offices_alone(typed, LINES, shown.seat)
    if form.meant is None:
        return office_page(shown, form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(change_of_lines(shown.seat), form.meant)
    if came is Came.FASTER:
        shown = find_office(geoid)
        return office_page(shown, outrun(form, "note", _who_was_faster(shown, form))), HTTPStatus.CONFLICT
    return OFFICE.tells(waits_or("corrected", shown.seat) if came is Came.CHANGED else "same", geoid=geoid)


@organizers.post("/offices/<geoid>/undo")
@least(TeamRole.ORGANIZER)
def undo(geoid: str) -> Response:
    """Go back to what was imported."""
    came = undone(change_of_lines(find_imported(geoid, to_change=True).seat))
    return OFFICE.tells("undone" if came is Came.CHANGED else "same", geoid=geoid)


@organizers.post("/offices/<geoid>/email")
@least(TeamRole.ORGANIZER)
def correct_address(geoid: str) -> Response | tuple[str, int]:
    """Set the address by hand."""
    shown, form = find_imported(geoid, to_change=True), read_form(EmailForm, request.form)
    if form.meant is None:
        return office_page(shown, email=form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(change_of_email(shown.seat), form.meant)
    if came is Came.FASTER:
        return office_page(find_office(geoid), email=outrun(form, "email", FASTER_ADDRESS)), HTTPStatus.CONFLICT
    return OFFICE.tells("email" if came is Came.CHANGED else "same-email", geoid=geoid)


@organizers.post("/offices/<geoid>/email/undo")
@least(TeamRole.ORGANIZER)
def undo_address(geoid: str) -> Response:
    """Go back to the address that was imported."""
    came = undone(change_of_email(find_imported(geoid, to_change=True).seat))
    return OFFICE.tells("imported-email" if came is Came.CHANGED else "same-email", geoid=geoid)


def _who_was_faster(shown: Shown, form: Filled[LinesForm]) -> str:
    """An organizer, or whoever imported another office holder."""
    is_same = form.seen.partition("-")[0] == change_of_lines(shown.seat).seen.partition("-")[0]
    return FASTER if is_same else SOMEBODY_ELSE

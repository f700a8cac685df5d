"""What organizers do to an office's e-mail address: another one by hand, and the imported one again."""

from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun, undone
from app.organizers.offices.changes import change_of_email
from app.organizers.offices.email_form import EmailForm
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.shown import find_office, office_page
from app.serving.forms import read_form
from models import TeamRole

FASTER = "This office or its address was changed meanwhile. See what it is now; what you typed is below."


@organizers.post("/offices/<geoid>/email")
@least(TeamRole.ORGANIZER)
def correct_address(geoid: str) -> Response | tuple[str, int]:
    """Set the address by hand."""
    shown, form = find_office(geoid, to_change=True), read_form(EmailForm, request.form)
    if form.meant is None:
        return office_page(shown, email=form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(change_of_email(shown.seat), form.meant)
    if came is Came.FASTER:
        return office_page(find_office(geoid), email=outrun(form, "email", FASTER)), HTTPStatus.CONFLICT
    return OFFICE.tells("email" if came is Came.CHANGED else "same-email", geoid=geoid)


@organizers.post("/offices/<geoid>/email/undo")
@least(TeamRole.ORGANIZER)
def undo_address(geoid: str) -> Response:
    """Go back to the address that was imported."""
    came = undone(change_of_email(find_office(geoid, to_change=True).seat))
    return OFFICE.tells("imported-email" if came is Came.CHANGED else "same-email", geoid=geoid)

"""“This office complained”: it is called less at once, and all organizers are told until it is settled."""

from flask import request, url_for
from werkzeug.wrappers import Response

from app.calls.queue.complaints import note_complaint, settle_complaint
from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.offices.new_lines.noted import all_lines
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.shown import find_office
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole


@organizers.post("/offices/<geoid>/complained")
@least(TeamRole.ORGANIZER)
def complained(geoid: str) -> Response:
    """Note that it did, or that it is settled."""
    shown, number = find_office(geoid, to_change=True), request.form.get("number", "")
    if number not in {line.e164 for line in all_lines(shown.seat)}:
        return OFFICE.tells("elsewhere", geoid=geoid)
    is_settled = "settled" in request.form
    with unit(db.session) as work:
        if is_settled:
            settle_complaint(work.session, number, given().clock())
        else:
            here = url_for("organizers.office", geoid=geoid)
            note_complaint(work.session, number, here, given().clock())
        stands = "settled" if is_settled else "noted"
        note(work.session, AuditAct.OFFICE_CHANGED, f"the complaint of {national(number)}", after={"is": stands})
    return OFFICE.tells("settled" if is_settled else "complained", geoid=geoid)

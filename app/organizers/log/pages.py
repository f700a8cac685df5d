"""The log of calls, and one call from its request to its end."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.calls.shown.counts import counts_of_day
from app.calls.shown.log import campaign_subjects, log_page
from app.calls.shown.timeline import call_timeline, last_fault
from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.limits.rooms.opening import room_names
from app.organizers import labels
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.log.correct_page import seen_of
from app.organizers.log.filters import OUTCOMES, read_cursor, read_filter, write_cursor
from app.organizers.log.found import CALL, LARGEST_ID
from app.organizers.log.story import tell
from app.store.db import db
from models import ENDINGS, TeamRole


@organizers.context_processor
def _words() -> dict[str, object]:
    return {"labels": labels}


@organizers.get("/")
@least(TeamRole.VIEWER)
def front() -> Response:
    """Organizers begin with the log."""
    return redirect(url_for("organizers.calls"))


@organizers.get("/calls")
@least(TeamRole.VIEWER)
def calls() -> str:
    """The log: newest calls first, those that were asked for."""
    own, theirs = given(), signed_in().campaigns
    campaigns = campaign_subjects(db.session, theirs)
    of_rooms = room_names(db.session, theirs)
    asked = read_filter(request.args, campaigns, rehearsals=own.rehearsal, theirs=theirs, rooms=of_rooms)
    before = read_cursor(own.tokens, request.args.get("before", ""))
    page = log_page(db.session, asked.filter, before)
    day = asked.filter.day or eastern_day(own.clock())
    return render_template(
        "organizers/log/calls.html",
        rows=[(row, row.phone(own.vault)) for row in page.rows],
        asked=asked,
        day=day,
        counts=counts_of_day(db.session, asked.filter, day),
        campaigns=campaigns,
        rooms=of_rooms,
        outcomes=OUTCOMES,
        is_later_page=before is not None,
        older=write_cursor(own.tokens, page.next_cursor) if page.next_cursor else None,
    )


@organizers.get("/calls/<int:call_id>")
@least(TeamRole.VIEWER)
def call(call_id: int) -> str:
    """One call as a story, and its legs."""
    timeline = call_timeline(db.session, call_id) if call_id <= LARGEST_ID else None
    if timeline is None or not signed_in().has(timeline.call.campaign_id):
        abort(404)
    return render_template(
        "organizers/log/call.html",
        call=timeline.call,
        phone=timeline.call.phone(given().vault),
        legs=timeline.legs,
        notice=CALL.notice(),
        may_correct=signed_in().may(TeamRole.ORGANIZER) and timeline.call.status in ENDINGS,
        seen_of=seen_of,
        may_see_number=signed_in().may(TeamRole.ADMIN) and timeline.call.phone_encrypted is not None,
        consent=timeline.consent_version,
        story=tell(timeline),
        fault=last_fault(timeline),
    )

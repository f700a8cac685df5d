"""The log of calls, and one call from its request to its end."""

from collections.abc import Mapping
from datetime import date

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.calls.shown.timeline import call_timeline, last_fault
from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.organizers import labels
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.log import choices
from app.organizers.log.asked import asked_now
from app.organizers.log.choices import HOURS
from app.organizers.log.correct_page import seen_of
from app.organizers.log.cursors import read_cursor, write_cursor
from app.organizers.log.filters import Asked
from app.organizers.log.found import CALL, LARGEST_ID
from app.organizers.log.in_words import in_words
from app.organizers.log.shown import grouped, page_of
from app.organizers.log.story import tell
from app.organizers.prompts.names import LANGUAGES
from app.representatives import town_names
from app.statistics.looking.of_day import kinds_of_day
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
    """The log: the calls that were asked for, newest first unless said otherwise."""
    own, session, it = given(), db.session, asked_now()
    asked, known = it.asked, it.known
    before = read_cursor(own.tokens, request.args.get("before", ""))
    shown = page_of(asked, before, seats=tuple(known.offices))
    day = _only_day(asked)
    return render_template(
        "organizers/log/calls.html",
        rows=shown.rows,
        groups=grouped(shown, asked, known),
        phone_of=lambda row: row.phone(own.vault),
        notes=shown.notes,
        asked=asked,
        told=in_words(asked, known),
        day=day,
        counts=kinds_of_day(session, asked.filter, day) if day else None,
        known=known,
        choices=choices,
        languages=LANGUAGES,
        hours=_hours(asked),
        towns=town_names(),
        may_export=signed_in().may(TeamRole.ORGANIZER),
        is_later_page=before is not None,
        older=write_cursor(own.tokens, shown.next_cursor) if shown.next_cursor else None,
        cut_at=shown.next_cursor if shown.is_cut_short else None,
    )


def _hours(asked: Asked) -> Mapping[str, str]:
    """The hours to choose from; one that comes twice only where it was asked for."""
    hours = {str(hour): words for hour, words in HOURS.items()}
    hour, _, clock = asked.query.get("hour", "").partition("-")
    return hours | {f"{hour}-{clock}": f"{hours[hour]} {clock.upper()}"} if clock else hours


def _only_day(asked: Asked) -> date | None:
    """The day of which the calls are counted: the one that was asked for, or today; none of several, or of notes."""
    since, until = asked.filter.since, asked.filter.until
    if asked.noted or since != until:
        return None
    return since or eastern_day(given().clock())


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

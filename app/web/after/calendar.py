"""An agreed time as a calendar file: the phone is at hand then."""

from datetime import UTC, datetime, timedelta

from flask import Response, abort

from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.language.sentences import sentence
from app.serving.page_languages import translated
from app.store.db import db
from app.web import web
from app.web.call_page import call_by
from app.web.front.contact_card import SPECIAL, folded
from app.web.names import titled

LASTS = timedelta(minutes=15)
CALLED = sentence("We ring you: your call to %(name)s")
HOW = sentence("Your phone shows %(number)s. Pick up, then press 1.")


@web.get("/c/<slug:slug>/call/<token>/call.ics")
@of_class(FOLLOWING)
def calendar_file(slug: str, token: str) -> Response:
    """The file; none where nothing is agreed on."""
    progress = call_by(slug, token)
    if progress.ring_at is None or progress.ended:
        abort(404)
    words = progress.call.words(db.session)
    said = {
        "SUMMARY": translated(CALLED.filled(name=titled(progress.call.office.representative))),
        "DESCRIPTION": translated(HOW.filled(number=national(words.phone_number))),
    }
    begins = progress.ring_at
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ringdown//EN",
        "BEGIN:VEVENT",
        f"UID:{token}@ringdown",
        f"DTSTAMP:{_utc(given().clock())}",
        f"DTSTART:{_utc(begins)}",
        f"DTEND:{_utc(begins + LASTS)}",
        *(f"{name}:{text.translate(SPECIAL)}" for name, text in said.items()),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{said['SUMMARY'].translate(SPECIAL)}",
        "TRIGGER:-PT5M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    written = "".join(f"{part}\r\n" for line in lines for part in folded(line))
    how = {"Content-Disposition": f'attachment; filename="{slug}.ics"'}
    return Response(written, mimetype="text/calendar", headers=how)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

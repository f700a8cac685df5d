"""One office's page, whichever of its forms was sent, and the way back to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.calls.queue.reports import LATELY, line_report
from app.extensions import given
from app.organizers.offices.hours_shown import Attempt, hours_shown
from app.organizers.offices.lines_form import LONGEST_NOTE, Checked, Typed
from app.readiness.facts import facts_age
from app.representatives import Directory, RosterNotSeededError, Seat, directory
from app.representatives.roster.corrections import corrections_of, to_lines
from app.representatives.roster.offices import sharing_line
from app.store.db import db
from models import District, OfficeHolder
from models.pace import MOST_AT_ONCE

NOTHING_TYPED: Mapping[str, tuple[str, str]] = {}
GEOID = re.compile(r"[0-9A-Z]{5,12}", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """The office that is looked at, and the facts in which it stands."""

    facts: Directory
    seat: Seat


def find_office(geoid: str) -> Shown:
    """The office of a district; where there is none, there is no page."""
    district = db.session.get(District, geoid) if GEOID.fullmatch(geoid) else None
    try:
        facts = directory(db.session, district.state) if district else abort(HTTPStatus.NOT_FOUND)
    except RosterNotSeededError:
        abort(HTTPStatus.NOT_FOUND)
    return Shown(facts, facts.seat(geoid))


def office_page(
    shown: Shown,
    typed: Typed | None = None,
    checked: Checked | None = None,
    hours: Attempt | None = None,
    pace_typed: Mapping[str, tuple[str, str]] = NOTHING_TYPED,
) -> str:
    """The page; `typed` and `checked` are of the lines, `hours` is what was tried with the hours.

    `pace_typed` is what was typed of a number's pace, and what is wrong with it, by number.
    """
    holder, now = shown.seat.holder, given().clock()
    history = corrections_of(db.session, (shown.seat.geoid, holder.openstates_id)) if holder else []
    return render_template(
        "organizers/offices/page.html",
        seat=shown.seat,
        state=shown.facts.state,
        since=db.session.get_one(OfficeHolder, holder.id).valid_from if holder else None,
        sharing=sharing_line(shown.facts, shown.seat),
        history=history,
        current=next((it for it in history if it.ended_at is None), None),
        to_lines=to_lines,
        typed=typed or Typed.from_seat(shown.seat),
        errors=checked.errors if checked else {},
        hours=[hours_shown(db.session, shown.facts, line, now, hours) for line in shown.seat.lines],
        hours_errors=hours.errors_by_id if hours else {},
        hours_told=hours.told if hours else {},
        longest_note=LONGEST_NOTE,
        pace=[line_report(db.session, number, now) for number in dict.fromkeys(it.e164 for it in shown.seat.lines)],
        pace_typed=pace_typed,
        most_at_once=MOST_AT_ONCE,
        days=LATELY.days,
        now=now,
        done=request.args.get("done", ""),
        age=facts_age(shown.facts, now),
    )


def back_to_office(geoid: str, done: str) -> Response:
    """Look at the office again, and be told what was done."""
    return redirect(url_for("organizers.office", geoid=geoid, done=done), HTTPStatus.SEE_OTHER)

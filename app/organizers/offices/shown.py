"""One office's page, whichever of its forms was sent, and the way back to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, render_template
from flask_security import current_user

from app.calls.queue.complaints import A_FEW, complaints
from app.calls.queue.reports import LATELY, line_report
from app.extensions import given
from app.organizers.change import as_shown
from app.organizers.offices.changes import change_of_email, change_of_lines
from app.organizers.offices.hours_shown import Attempt, hours_shown
from app.organizers.offices.lines_form import LONGEST_NOTE, EmailForm, LinesForm, before_anybody_types, email_of_today
from app.organizers.offices.made.change import made_shown
from app.organizers.offices.made.form import TITLES, MadeForm
from app.organizers.offices.new_lines.noted import all_lines
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.pace_form import PaceForm
from app.organizers.texts import LANGUAGES
from app.readiness.facts import facts_age
from app.representatives import Directory, RosterNotSeededError, Seat, directory
from app.representatives.importing import coming_to, sat_in
from app.representatives.new_lines.unconfirmed import unconfirmed
from app.representatives.opening.changing.whose import EveryOffice, NobodyThereError, take_rosters
from app.representatives.roster.correct_email import email_correction
from app.representatives.roster.corrections import corrections_of, to_lines
from app.representatives.roster.offices import sharing_line
from app.serving.forms import Filled
from app.store.db import db
from models import District, OfficeHolder
from models.pace import MOST_AT_ONCE

GEOID = re.compile(r"[0-9A-Z]{5,12}", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """The office that is looked at, and the facts in which it stands."""

    facts: Directory
    seat: Seat


def find_office(geoid: str, *, to_change: bool = False) -> Shown:
    """The office of a district, taken if it is to be changed; where there is none, there is no page."""
    district = db.session.get(District, geoid) if GEOID.fullmatch(geoid) else None
    if district is None:
        abort(HTTPStatus.NOT_FOUND)
    try:
        if to_change:
            take_rosters(db.session, EveryOffice(district.state))
        facts = directory(db.session, district.state)
    except (NobodyThereError, RosterNotSeededError):
        abort(HTTPStatus.NOT_FOUND)
    seat = facts.seats.get(geoid)  # a made one that was removed is none any more
    return Shown(facts, seat) if seat else abort(HTTPStatus.NOT_FOUND)


def find_imported(geoid: str, *, to_change: bool = False) -> Shown:
    """The same of a legislator's office: what was imported can be corrected."""
    shown = find_office(geoid, to_change=to_change)
    return abort(HTTPStatus.NOT_FOUND) if shown.seat.is_made else shown


def _by_number(pace: Filled[PaceForm]) -> Mapping[str, object]:
    """What is wrong with the pace, by the fields of the number that it is about."""
    of = pace.typed["number"][2:]
    return {f"{name.replace('_', '-')}-{of}": wrong for name, wrong in pace.errors.items()}


def office_page(
    shown: Shown,
    lines: Filled[LinesForm] | None = None,
    *,
    hours: Attempt | None = None,
    pace: Filled[PaceForm] | None = None,
    email: Filled[EmailForm] | None = None,
    made: Filled[MadeForm] | None = None,
) -> str:
    """The page, with what was tried of the lines, the hours of one of them, a number's pace, or the e-mail address.

    Of an office made by hand, `made` is what was tried of all that is said of it.
    """
    holder, now = shown.seat.holder, given().clock()
    history = corrections_of(db.session, (shown.seat.geoid, holder.openstates_id)) if holder else []
    row = db.session.get_one(OfficeHolder, holder.id) if holder else None
    numbers = list(dict.fromkeys(line.e164 for line in all_lines(shown.seat)))
    lines = lines or Filled(before_anybody_types(shown.seat))
    return render_template(
        "organizers/offices/page.html",
        seat=shown.seat,
        state=shown.facts.state,
        since=row.valid_from if row else None,
        sharing=sharing_line(shown.facts, shown.seat),
        unconfirmed=unconfirmed(db.session, holder.id) if holder else (),
        me=current_user.email,
        coming=coming_to(db.session, shown.facts.state, shown.seat),
        sat=sat_in(db.session, shown.seat.geoid),
        history=history,
        current=next((it for it in history if it.ended_at is None), None),
        to_lines=to_lines,
        typed=lines.typed,
        errors=lines.errors,
        seen=as_shown(lines, change_of_lines(shown.seat)).seen,
        email=as_shown(email or Filled(email_of_today(shown.seat)), change_of_email(shown.seat)),
        email_by_hand=email_correction(db.session, row) if row else None,
        imported_email=row.email if row else "",
        made=made_shown(shown.seat, made),
        titles=TITLES,
        languages=LANGUAGES,
        hours=[hours_shown(db.session, shown.facts, line, now, hours) for line in shown.seat.lines_as_set],
        hours_errors=hours.errors_by_id if hours else {},
        hours_told=hours.told if hours else {},
        longest_note=LONGEST_NOTE,
        pace=[line_report(db.session, number, now) for number in numbers],
        pace_form=pace,
        pace_wrong=_by_number(pace) if pace else {},
        complaints=complaints(db.session, numbers),
        few=A_FEW,
        most_at_once=MOST_AT_ONCE,
        days=LATELY.days,
        now=now,
        notice=OFFICE.notice(),
        age=facts_age(shown.facts, now),
    )

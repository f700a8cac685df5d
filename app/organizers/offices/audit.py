"""What the audit log tells of an office: its lines, address, hours and pace at a moment. All of it is public."""

from datetime import date
from typing import Literal

from app.calls.queue.claim import line_state
from app.guard.phone_numbers import national
from app.organizers.audited import Told
from app.organizers.formats import written_line
from app.organizers.labels import LINE_KIND
from app.representatives import Seat
from app.representatives.opening.changing.exception import exceptions_from
from app.representatives.opening.changing.week import own_week
from app.representatives.opening.changing.whose import OneLine, Whose
from app.representatives.opening.spans import USUAL_WEEK
from app.representatives.opening.stored import rows_to_day, rows_to_week
from app.representatives.opening.typed.writing import write_day, write_week
from app.representatives.roster.emails import email_of
from app.representatives.roster.holders import lines_of
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, OfficeHolder, OfficeLine

CHANGED: Literal[AuditAct.OFFICE_CHANGED] = AuditAct.OFFICE_CHANGED


def told_of_lines(seat: Seat) -> Told:
    """Which numbers ring, in their order."""
    holder = seat.holder

    def facts() -> Facts:
        row = db.session.get(OfficeHolder, holder.id if holder else 0, populate_existing=True)
        lines = lines_of(row) if row else ()
        return {"lines": [f"{written_line(line)}, {LINE_KIND[line.kind]}" for line in lines]}

    return Told(CHANGED, f"the lines of {holder.name if holder else seat.district}", facts)


def told_of_email(seat: Seat) -> Told:
    """Where supporters write to."""
    holder = seat.holder
    subject = f"the e-mail address of {holder.name if holder else seat.district}"
    return Told(CHANGED, subject, lambda: {"e-mail": email_of(db.session, holder.id if holder else 0)})


def told_of_week(line_id: int) -> Told:
    """An ordinary week."""

    def facts() -> Facts:
        own = own_week(db.session, line_id)
        week = rows_to_week(own.week) if own else USUAL_WEEK
        return {"week": [f"{days}: {hours}" for days, hours in write_week(week)]}

    return Told(CHANGED, f"the hours of {_line(line_id)}", facts)


def told_of_days(whose: Whose) -> Told:
    """Each day that differs, by itself: of those that stay as they are nothing is told."""

    def facts() -> Facts:
        differ = exceptions_from(db.session, whose, date.min)
        return {it.day.isoformat(): f"{write_day(rows_to_day(it.spans))} ({it.note})" for it in differ}

    whom = _line(whose.id) if isinstance(whose, OneLine) else f"every office in {whose.state}"
    return Told(CHANGED, f"the hours of {whom}", facts)


def told_of_pace(number: str) -> Told:
    """How many calls at once, and a day."""

    def facts() -> Facts:
        now = line_state(db.session, number)
        return {"at once": now.at_once, "a day": now.a_day or "as many as come"}

    return Told(CHANGED, f"how many calls {national(number)} takes", facts)


def _line(line_id: int) -> str:
    line = db.session.get(OfficeLine, line_id)
    return national(line.e164, line.extension) if line else "a line"

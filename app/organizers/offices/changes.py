"""What can be changed about offices: lines, e-mail address, week, days that differ, and how many calls a number takes.

Whoever changes anything has taken the roster before, so that what a form was shown is compared with what stands there
until the change is made.
"""

from datetime import date

from app.calls.queue.claim import line_state, set_pace
from app.organizers.change import Change, Who, digest
from app.organizers.offices.audit import told_of_days, told_of_email, told_of_lines, told_of_pace, told_of_week
from app.organizers.offices.hours_forms import DayForm, read_date
from app.organizers.offices.lines_form import EmailForm, LinesForm
from app.organizers.offices.new_lines.noted import noting_lines
from app.organizers.offices.pace_form import PaceForm
from app.representatives import Seat
from app.representatives.opening import HoursError, Week
from app.representatives.opening.changing.exception import exceptions_from, remove_exception, set_exception
from app.representatives.opening.changing.week import back_to_usual, own_week, set_week
from app.representatives.opening.changing.whose import Whose
from app.representatives.roster.correct_email import correct_email, undo_email
from app.representatives.roster.correct_lines import correct_lines, undo_correction
from app.store.db import db


def change_of_lines(seat: Seat) -> Change[LinesForm]:
    """Lines set by hand, and what was imported again. `seen` begins with who sits there."""
    holder_id = seat.holder.id if seat.holder else 0

    def correct(form: LinesForm, who: Who) -> bool:
        return correct_lines(db.session, holder_id, form.lines(), note=form.note, by=who.by, now=who.now)

    def undo(_which: str, who: Who) -> bool:
        return undo_correction(db.session, holder_id, by=who.by, now=who.now)

    return Change(
        told=told_of_lines(seat),
        seen=f"{holder_id}-{digest([(line.id, line.kind.value) for line in seat.lines_as_set])}",
        apply=lambda form, who: noting_lines(seat, who, lambda: correct(form, who)),
        undo=lambda which, who: noting_lines(seat, who, lambda: undo(which, who), is_undo=True),
    )


def change_of_email(seat: Seat) -> Change[EmailForm]:
    """An e-mail address set by hand, and what was imported again."""
    holder_id, email = (seat.holder.id, seat.holder.email) if seat.holder else (0, "")

    def correct(form: EmailForm, who: Who) -> bool:
        return correct_email(db.session, holder_id, form.email, note=form.email_note, by=who.by, now=who.now)

    return Change(
        told=told_of_email(seat),
        seen=digest(holder_id, email),
        apply=correct,
        undo=lambda _which, _who: undo_email(db.session, holder_id),
    )


def change_of_week(line_id: int) -> Change[Week]:
    """A week of its own, and the usual one again."""
    own = own_week(db.session, line_id)
    return Change(
        told=told_of_week(line_id),
        seen=digest(own.week if own else None),
        apply=lambda week, who: set_week(db.session, line_id, week, by=who.by, now=who.now),
        undo=lambda _which, who: back_to_usual(db.session, line_id, by=who.by, now=who.now),
    )


def change_of_days(whose: Whose) -> Change[DayForm]:
    """A day that differs, and a day that no longer does."""
    stand_there = exceptions_from(db.session, whose, date.min)
    return Change(
        told=told_of_days(whose),
        seen=digest([(one.day.isoformat(), one.spans, one.note) for one in stand_there]),
        apply=lambda it, who: set_exception(db.session, whose, it.day, it.hours, it.note, by=who.by, now=who.now),
        undo=lambda day, _who: _no_longer_differs(whose, day),
    )


def change_of_pace(number: str) -> Change[PaceForm]:
    """How many calls at once, and a day."""
    now = line_state(db.session, number)
    return Change(
        told=told_of_pace(number),
        seen=f"{now.at_once}-{now.a_day or ''}",
        apply=lambda form, _who: set_pace(db.session, number, form.at_once, form.a_day),
    )


def _no_longer_differs(whose: Whose, day: str) -> bool:
    try:
        return remove_exception(db.session, whose, read_date(day))
    except HoursError:  # no form of ours sends such a day
        return False

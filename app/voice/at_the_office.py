"""What is done at an office's door: take its line or stand in it, let it rest, agree on another time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.calls.hours.office import Closed, opening
from app.calls.hours.spoken import in_words
from app.calls.later.book import SOON, Wish, book
from app.calls.later.bookings import Booking
from app.calls.queue.claim import FAILURES, Gate, claim_line, rest_line
from app.calls.queue.estimate import line_of
from app.calls.shown.call import CallOnTheLine, OfficeOnTheLine
from app.extensions import given, settings
from app.store.db import db
from app.telephony.outcomes import LINE_OUTCOME
from app.voice.requests import bridge_status, caller
from app.voice.situation import Arrival, Situation

BY_KEYPAD = "keypad"


def ask_for_line(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """To the office if it is open and its line is ours, else to whatever stands in the way."""
    office = call.office_at(arrival.place)
    if office is None or call.rehearsal:
        return Situation(arrival)
    if when_closed(office) is not None:
        return Situation(replace(arrival, step="closed"))
    return _take_line(call, arrival, office)


def ask_for_machine(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """To the machine of a closed office, which has no more lines than the office."""
    office = call.office_at(arrival.place)
    return Situation(arrival) if office is None or call.rehearsal else _take_line(call, arrival, office)


def _take_line(call: CallOnTheLine, arrival: Arrival, office: OfficeOnTheLine) -> Situation:
    if call.holds_line == office.number:
        return Situation(arrival)
    gate = claim_line(db.session, call.id, office.number or "", given().clock())
    if gate is Gate.OPEN:
        return Situation(arrival)  # what is kept of this step is committed with it
    db.session.commit()
    if gate is Gate.RESTING:
        return _round_a_resting_line(call, arrival)
    return Situation(replace(arrival, step="in_line"), changed=True)


def _round_a_resting_line(call: CallOnTheLine, arrival: Arrival) -> Situation:
    other = call.other_line(arrival.place)
    if other is None:
        return Situation(replace(arrival, step="resting"), changed=True)
    return ask_for_line(call, Arrival("other_line", other.place))


def let_rest_unless_answered(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """A line that was busy, or that nobody picked up, is left in peace by everybody for a while."""
    status = bridge_status()
    failed = status is not None and LINE_OUTCOME.get(status) in FAILURES
    return let_rest(call, arrival) if failed else Situation(arrival)


def let_rest(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """The same for a mailbox that is full. Committed with what is kept of the step."""
    office, rest = call.office_at(arrival.place), timedelta(minutes=settings().line_rest_minutes)
    if office is None or office.number is None or call.rehearsal or not rest:
        return Situation(arrival)
    rest_line(db.session, office.number, given().clock(), rest)
    return Situation(arrival)


def book_when_open(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """Agree on a call when the office opens: at once if it did meanwhile."""
    office = call.office_at(arrival.place)
    closed = when_closed(office) if office else None
    return _booked(call, arrival, closed.opens if closed else given().clock())


def book_in_ten_minutes(call: CallOnTheLine, arrival: Arrival) -> Situation:
    """Agree on another try soon."""
    return _booked(call, arrival, (given().clock() + SOON).replace(second=0, microsecond=0))


def _booked(call: CallOnTheLine, arrival: Arrival, earliest: datetime | None) -> Situation:
    made: Booking | None = None
    if earliest is not None:
        wish = Wish(earliest, BY_KEYPAD, caller(), keeps_hours=not settings().always_open)
        made = book(db.session, given().vault, call.id, arrival.place, wish)
    booked = in_words(made.ring_at, call.language) if made else ""
    return Situation(arrival, {"booked": booked}, changed=True)


def when_closed(office: OfficeOnTheLine) -> Closed | None:
    """When a closed office opens; None while it is open."""
    if settings().always_open or office.line_id is None:
        return None
    return opening(db.session, office.line_id, given().clock())


def when_it_opens(call: CallOnTheLine, place: int) -> Mapping[str, Any]:
    """For the words of a closed office."""
    office = call.office_at(place)
    closed = when_closed(office) if office else None
    return {"opens": in_words(closed.opens, call.language) if closed and closed.opens else ""}


def how_many_before(call: CallOnTheLine, place: int) -> Mapping[str, Any]:  # noqa: ARG001 - every look takes both
    """For the words of a line."""
    line = line_of(db.session, call.id, given().clock())
    return {"ahead": line.ahead if line else 0}

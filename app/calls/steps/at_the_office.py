"""What is done at an office's door: take its line or stand in it, let it rest, agree on another time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.calls.hours.office import Closed, opening
from app.calls.later.book import SOON, Wish, book
from app.calls.later.bookings import Booking
from app.calls.queue.claim import FAILURES, Gate, claim_line, rest_line
from app.calls.queue.estimate import line_of
from app.calls.shown.call import CallFacts, OfficeFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.situation import Arrival, Situation
from app.language.moments.said import moment_said

BY_KEYPAD = "keypad"


def ask_for_line(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """To the office if it is open and its line is ours, else to whatever stands in the way."""
    office = call.office_at(arrival.rank)
    if office is None or call.rehearsal:
        return Situation(arrival)
    if when_closed(own, office) is not None:
        return Situation(replace(arrival, step="closed"))
    return _take_line(own, call, arrival, office)


def ask_for_machine(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """To the machine of a closed office, which has no more lines than the office."""
    office = call.office_at(arrival.rank)
    return Situation(arrival) if office is None or call.rehearsal else _take_line(own, call, arrival, office)


def _take_line(own: AtHand, call: CallFacts, arrival: Arrival, office: OfficeFacts) -> Situation:
    if call.holds_line == office.number:
        return Situation(arrival)
    gate = claim_line(own.session, call.id, office.number or "", own.clock())
    if gate is Gate.OPEN:
        return Situation(arrival)  # what is kept of this step is committed with it
    own.session.commit()
    if gate is Gate.RESTING:
        return _round_a_resting_line(own, call, arrival)
    return Situation(replace(arrival, step="waits_turn"), changed=True)


def _round_a_resting_line(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    other = call.other_line(arrival.rank)
    if other is None:
        return Situation(replace(arrival, step="resting"), changed=True)
    return ask_for_line(own, call, Arrival("other_line", other.rank))


def let_rest_unless_answered(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """A line that was busy, or that nobody picked up, is left in peace by everybody for a while."""
    return let_rest(own, call, arrival) if own.heard.line in FAILURES else Situation(arrival)


def let_rest(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The same for a mailbox that is full. Committed with what is kept of the step."""
    office, rest = call.office_at(arrival.rank), timedelta(minutes=own.settings.line_rest_minutes)
    if office is None or office.number is None or call.rehearsal or not rest:
        return Situation(arrival)
    rest_line(own.session, office.number, own.clock(), rest)
    return Situation(arrival)


def book_when_open(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Agree on a call when the office opens: at once if it did meanwhile."""
    office = call.office_at(arrival.rank)
    closed = when_closed(own, office) if office else None
    return _booked(own, call, arrival, closed.opens if closed else own.clock())


def book_in_ten_minutes(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Agree on another try soon."""
    return _booked(own, call, arrival, (own.clock() + SOON).replace(second=0, microsecond=0))


def _booked(own: AtHand, call: CallFacts, arrival: Arrival, earliest: datetime | None) -> Situation:
    made: Booking | None = None
    if earliest is not None:
        wish = Wish(earliest, BY_KEYPAD, own.heard.caller, keeps_hours=not own.settings.always_open)
        made = book(own.session, own.vault, call.id, arrival.rank, wish)
    booked = moment_said(made.ring_at, call.language) if made else ""
    return Situation(arrival, {"booked": booked}, changed=True)


def when_closed(own: AtHand, office: OfficeFacts) -> Closed | None:
    """When a closed office opens; None while it is open."""
    return opening(own.session, office.line_id, own.clock(), always_open=own.settings.always_open)


def when_it_opens(own: AtHand, call: CallFacts, rank: int) -> Mapping[str, Any]:
    """For the words of a closed office."""
    office = call.office_at(rank)
    closed = when_closed(own, office) if office else None
    return {"opens": moment_said(closed.opens, call.language) if closed and closed.opens else ""}


def how_many_before(own: AtHand, call: CallFacts, rank: int) -> Mapping[str, Any]:  # noqa: ARG001 - every look takes all
    """For the words of a line."""
    line = line_of(own.session, call.id, own.clock())
    return {"ahead": line.ahead if line else 0}

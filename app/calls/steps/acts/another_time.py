"""Another time: agree on a call when the office opens, or soon; cancel one that was agreed on."""

from datetime import datetime

from app.calls.later.book import SOON, Wish, book
from app.calls.later.bookings import Booking
from app.calls.later.cancel import cancel_booked
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.line import when_closed
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.language.moments.said import moment_said

BY_KEYPAD = "keypad"


def book_when_open(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Agree on a call when the office opens: at once if it did meanwhile."""
    office = call.office_at(arrival.rank)
    closed = when_closed(own, call, office) if office else None
    return _booked(own, call, arrival, closed.opens if closed else own.clock())


def book_in_ten_minutes(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Agree on another try soon."""
    return _booked(own, call, arrival, (own.clock() + SOON).replace(second=0, microsecond=0))


def _booked(own: AtHand, call: CallFacts, arrival: Arrival, earliest: datetime | None) -> Situation:
    made: Booking | None = None
    if earliest is not None:
        wish = Wish(earliest, BY_KEYPAD, own.heard.caller, keeps_hours=not own.settings.always_open)
        made = book(own.session, own.vault, call.id, arrival.rank, wish)
    return Situation(arrival, call, when_booked(call, made))


def when_booked(call: CallFacts, booking: Booking | None) -> Facts:
    """For the words about an agreed time."""
    return Facts(booked=moment_said(booking.ring_at, call.language) if booking else "")


def cancel_booking(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Not at that time."""
    if call.booking:
        cancel_booked(own.session, call.booking.call_id)
    return Situation(arrival, call)

"""Another time: agree on a call when the office opens, or soon; cancel one that was agreed on."""

from dataclasses import replace
from datetime import datetime

from app.calls.begin.join import admitted, try_of
from app.calls.hours.action_days import action_days
from app.calls.later.book import SOON, Wish, book
from app.calls.later.bookings import Booking
from app.calls.later.cancel import cancel_booked
from app.calls.later.code import code_of
from app.calls.life.carrier_events import kept
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.line import when_closed
from app.calls.steps.arrival import Arrival, Further, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.calls.steps.means import keeping
from app.calls.whom.said import Said
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
        settings = own.settings
        wish = Wish(
            earliest,
            own.clock(),
            BY_KEYPAD,
            own.heard.caller,
            keeps_hours=not settings.always_open,
            strangers_percent=settings.strangers_percent,
            in_vain=settings.calls_in_vain,
            roster=call.roster,
            days=action_days(own.session, call.campaign_id) if call.rehearsal else call.action(own.connection),
        )
        made = book(own.session, own.vault, call.id, arrival.rank, wish)
    if made is None:
        return Situation(arrival, call, Facts(booked=""))
    return Situation(arrival, call, replace(when_booked(own, call, made), code=code_of(own.vault, made.call_id)))


def when_booked(own: AtHand, call: CallFacts, booking: Booking) -> Facts:
    """For the words about an agreed time."""
    return Facts(booked=moment_said(booking.ring_at, call.language, own.clock()))


def hear_booked(own: AtHand, call: CallFacts, arrival: Arrival, booked: Booking, unknown: Situation) -> Situation:
    """To the agreed call whose code was keyed; after too many tries of this number, where an unknown code leads."""
    heard = replace(Said.from_json(call.heard), booked=booked.call_id).to_json()
    tried = try_of(own.vault, own.heard.caller, call.campaign_id, own.clock())
    there = replace(arrival, step="have_booking")
    further = Further(_FOUND, tried, otherwise=unknown)
    return Situation(there, replace(call, heard=heard), when_booked(own, call, booked), further)


_FOUND = keeping(gate=lambda call: kept(admitted(call)))


def cancel_booking(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Not at that time: it is the call whose code was keyed."""
    booked = Said.from_json(call.heard).booked
    if booked in {one.call_id for one in call.bookings}:
        cancel_booked(own.session, booked)
    return Situation(arrival, call)

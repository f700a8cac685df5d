"""An office's line: take it or stand in it, go round it while it rests, let it rest."""

from dataclasses import replace
from datetime import timedelta

from app.calls.hours.action_days import today
from app.calls.hours.office import Closed, hours_of
from app.calls.hours.waves import when_called
from app.calls.queue.claim import FAILURES, Gate, claim_line, leave_line, rest_line
from app.calls.queue.estimate import line_of
from app.calls.run.refused import note_code_later
from app.calls.shown.call import CallFacts, OfficeFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.campaigns.action.share import take_share
from app.language.moments.said import moment_said


def ask_for_line(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """To the office if it is open and its line is ours, else to whatever stands in the way."""
    office = call.office_at(arrival.rank)
    if office is None or call.rehearsal:
        return Situation(arrival, call)
    if office.held_back:
        return _leave_in_peace(own, call, arrival)
    if when_closed(own, call, office) is not None:
        return Situation(replace(arrival, step="closed"), call)
    return _take_line(own, call, arrival, office)


def ask_for_machine(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """To the machine of a closed office, which has no more lines than the office."""
    office = call.office_at(arrival.rank)
    if office is None or call.rehearsal:
        return Situation(arrival, call)
    if office.held_back:
        return _leave_in_peace(own, call, arrival)
    closed = when_closed(own, call, office)
    if closed and closed.by_wave:
        return Situation(replace(arrival, step="closed"), call)
    return _take_line(own, call, arrival, office)


def _leave_in_peace(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    leave_line(own.session, call.id)
    return Situation(replace(arrival, step="held_back"), call)


def _take_line(own: AtHand, call: CallFacts, arrival: Arrival, office: OfficeFacts) -> Situation:
    if call.holds_line == office.number:
        return _let_ring(own, call, arrival, office)
    a_day, other = own.settings.office_calls_per_day, call.other_line(arrival.rank)
    gate = claim_line(own.connection, call.id, office.number or "", own.clock(), a_day, stands=other is None)
    if gate is Gate.ENOUGH:
        return _leave_in_peace(own, call, arrival)
    if gate is Gate.RESTING:
        return _round_a_resting_line(own, call, arrival)
    if gate is not Gate.OPEN:
        return Situation(replace(arrival, step="waits_turn"), call)
    return _let_ring(own, call, arrival, office)


def _let_ring(own: AtHand, call: CallFacts, arrival: Arrival, office: OfficeFacts) -> Situation:
    """Its line is theirs: it is rung, unless it had its share of a day of action."""
    day = today(call.action(own.connection), own.clock())
    if take_share(own.connection, day, office.geoid):
        return Situation(arrival, call)
    return _leave_in_peace(own, call, arrival)


def _round_a_resting_line(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    other = call.other_line(arrival.rank)
    if other is None:
        return Situation(replace(arrival, step="resting"), call)
    return ask_for_line(own, call, Arrival("other_line", other.rank))


def let_rest_unless_answered(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """A line that was busy, or that nobody picked up, is left in peace by everybody for a while.

    Not one to which the carrier did not put us through: that is no fault of the line.
    """
    if own.heard.code is not None:
        note_code_later(own.connection, call.id, own.heard.code, own.clock(), call.office.rank)
        return Situation(arrival, call)
    return let_rest(own, call, arrival) if own.heard.line in FAILURES else Situation(arrival, call)


def let_rest(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Let the line rest for everybody."""
    office, rest = call.office_at(arrival.rank), timedelta(minutes=own.settings.line_rest_minutes)
    if office and office.number and rest and not call.rehearsal:
        rest_line(own.connection, office.number, own.clock(), rest)
    return Situation(arrival, call)


def when_closed(own: AtHand, call: CallFacts, office: OfficeFacts) -> Closed | None:
    """When a closed office opens, or one that waits for its wave is called; None while it is open and called."""
    hours = hours_of(own.session, office.line_id, always_open=own.settings.always_open, roster=call.roster)
    return when_called(hours, call.action(own.connection), office.geoid, own.clock())


def when_it_opens(own: AtHand, call: CallFacts, rank: int) -> Facts:
    """For the words of a closed office."""
    office = call.office_at(rank)
    closed = when_closed(own, call, office) if office else None
    if closed is None:
        return NO_FACTS
    opens = moment_said(closed.opens, call.language, own.clock()) if closed.opens else ""
    return Facts(opens=opens, by_wave=closed.by_wave)


def how_many_before(own: AtHand, call: CallFacts, _rank: int) -> Facts:
    """For the words of a line."""
    line = line_of(own.session, call.id, own.clock())
    return Facts(ahead=line.ahead) if line else NO_FACTS

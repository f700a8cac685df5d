"""What is done for somebody who dialed in: hear where they live, keep what they chose, agree on whom to call."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.calls.begin.code import has_joined, join_by_code, may_try_code
from app.calls.begin.remembered import cancel_booked, keep_said, last_office_of, speak_language
from app.calls.later.bookings import booking_of
from app.calls.plan import give_offices
from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.situation import Arrival, Situation
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.geocoding.located import NoGeocoder
from app.language.moments.said import moment_said
from app.limits.numbers import DO_NOT_CALL, PHONE, never_call_again
from app.representatives import ResolutionKind
from models import Chamber
from voice_flows.parts.hotline import CHOICES, LANGUAGE_KEYS

CODE_DIGITS = 4
MISSED = frozenset({"unknown", "outside", "code-unknown"})
MOST_MISSES = 2  # and then we say who can help


def speak_their_language(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """From now on in the language that was chosen; then to what we know of this caller already."""
    speak_language(own.session, call.id, LANGUAGE_KEYS.get(arrival.heard, call.language))
    step = arrival.step
    if _booked(own, call):
        step = "have_booking"
    elif _last_office(own, call):
        step = "last_time"
    return Situation(replace(arrival, step=step), changed=True)


def hear_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Keep the ZIP code or town that was said; a code of four digits joins a page."""
    heard = arrival.heard
    if heard.isdecimal() and len(heard) == CODE_DIGITS:
        return _join_page(own, call, arrival)
    before = Said.from_json(call.heard)
    is_zip_for_town = before.town and heard.isdecimal() and _found(own, call, before).are_many
    said = replace(before, zip=heard) if is_zip_for_town else Said(town=heard)
    return _keep(own, call, arrival, _count_misses(own, call, before, said))


def _count_misses(own: AtHand, call: CallFacts, before: Said, said: Said) -> Said:
    missed = said.is_code or _kind(_found(own, call, said)) in MISSED
    return replace(said, misses=before.misses + missed)


def _join_page(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    code, now = arrival.heard, own.clock()
    if has_joined(own.session, call.id, code) or (
        _may_try(own, call, now) and join_by_code(own.session, call.id, call.campaign_id, code, now)
    ):
        return Situation(replace(arrival, step="code_accepted"), changed=True)
    return _keep(own, call, arrival, _count_misses(own, call, Said.from_json(call.heard), Said(is_code=True)))


def _may_try(own: AtHand, call: CallFacts, now: datetime) -> bool:
    return call.rehearsal or may_try_code(own.session, own.vault, own.heard.caller, call.campaign_id, now)


def take_choice(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the representatives, or of the senators, that were read out."""
    said = Said.from_json(call.heard)
    found = _found(own, call, said)
    chosen = found.candidates[:CHOICES][int(arrival.heard) - 1 : int(arrival.heard)]
    for person in chosen:
        said = replace(said, district=person.geoid, settled=found.settled)
    return _keep(own, call, arrival, said)


def take_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the places that may have been meant."""
    said = Said.from_json(call.heard)
    names = _found(own, call, said).resolution.towns[int(arrival.heard) - 1 : int(arrival.heard)]
    return _keep(own, call, arrival, Said(town=names[0]) if names else said)


def want_senator(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The senator instead of a seat where nobody can be called."""
    said = Said.from_json(call.heard)
    settled = _found(own, call, said).settled
    return _keep(own, call, arrival, replace(said, wants_senator=True, settled=settled, district=""))


def _keep(own: AtHand, call: CallFacts, arrival: Arrival, said: Said) -> Situation:
    keep_said(own.session, call.id, said)
    return Situation(arrival, changed=True)


def agree(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Write down whom this call reaches for."""
    found = _found(own, call, Said.from_json(call.heard))
    if found.offices:
        give_offices(own.session, call.id, found.offices, found.town)
        own.session.commit()
    return Situation(arrival, changed=True)


def agree_on_last(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Whom this number called the last time."""
    last = _last_office(own, call)
    if last:
        give_offices(own.session, call.id, last.offices, last.town)
        own.session.commit()
    return Situation(arrival, changed=True)


def cancel_booking(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Not at that time."""
    booking = _booked(own, call)
    if booking:
        cancel_booked(own.session, booking.call_id)
    return Situation(arrival, changed=True)


def never_call(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Whoever dialed in is known by their caller ID alone; others by the number that we keep."""
    number = own.heard.caller
    if call.phone_encrypted is None and number:
        vault = own.vault
        never_call_again(own.session, vault.fingerprint(number, purpose=DO_NOT_CALL), how="hotline")
        own.session.commit()
        return Situation(arrival, changed=True)
    return Situation(arrival)


def what_came_of_it(own: AtHand, call: CallFacts, place: int) -> Mapping[str, Any]:  # noqa: ARG001 - every look takes all
    """For the words about a place: whom it makes, or what is still to be asked."""
    said = Said.from_json(call.heard)
    if said.misses >= MOST_MISSES:
        return {"found": ""}
    if said.is_code:
        return {"found": "code-unknown"}
    found = _found(own, call, said)
    facts = {"found": _kind(found), "place": found.place}
    if facts["found"] == "agree":
        first = next(one for one in found.in_turn if one.passed_over is None)
        facts["representative"] = first.person.representative
    missing = next((one for one in found.in_turn if one.passed_over), None)
    if missing:
        facts |= {"passed_over": missing.person.representative, "passed_over_why": missing.passed_over or ""}
    return facts | {"choices": _choices(found)}


def _kind(found: Found) -> str:
    if found.offices:
        return "agree"
    if found.in_turn:
        return "nobody"
    kind = found.resolution.kind
    if kind is ResolutionKind.CONFIRM:
        return "places"
    if kind is not ResolutionKind.CHOOSE:
        return "outside" if kind is ResolutionKind.OUTSIDE else "unknown"
    if found.are_many and found.asks_zip:
        return "many"
    return "senators" if found.resolution.chamber is Chamber.SENATE else "representatives"


def _choices(found: Found) -> tuple[str, ...]:
    if found.resolution.kind is ResolutionKind.CONFIRM:
        return found.resolution.towns
    return tuple(person.representative for person in found.candidates)


def who_it_was(own: AtHand, call: CallFacts, place: int) -> Mapping[str, Any]:  # noqa: ARG001 - every look takes all
    """For the words about last time."""
    last = _last_office(own, call)
    return {"representative": last.representative if last else ""}


def when_it_is(own: AtHand, call: CallFacts, place: int) -> Mapping[str, Any]:  # noqa: ARG001 - every look takes all
    """For the words about an agreed time."""
    booking = _booked(own, call)
    return {"booked": moment_said(booking.ring_at, call.language) if booking else ""}


def _found(own: AtHand, call: CallFacts, said: Said) -> Found:
    words, rule = call.words(own.session), own.whom_to_call
    return whom(own.session, replace(words, whom_to_call=rule) if rule else words, said, NoGeocoder().locate)


def _hash(own: AtHand) -> bytes | None:
    number = own.heard.caller
    return own.vault.fingerprint(number, purpose=PHONE) if number else None


def _booked(own: AtHand, call: CallFacts) -> Any:
    mine = _hash(own)
    return booking_of(own.session, mine, call.campaign_id) if mine else None


def _last_office(own: AtHand, call: CallFacts) -> Any:
    mine = _hash(own)
    return last_office_of(own.session, mine, call.words(own.session), call.id) if mine else None

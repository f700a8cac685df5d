"""The carrier asks what to say next: find the call, see what was heard, take the step, keep it, speak."""

from flask import Response, request

from app.calls.life.legs import LegNews
from app.calls.shown.call import CallOnTheLine, read_call
from app.calls.turns import Turn, record_turn
from app.extensions import given, settings
from app.store.db import db
from app.telephony.outcomes import LINE_OUTCOME
from app.voice import voice
from app.voice.acts import act
from app.voice.answers import TROUBLE, UNKNOWN_CALL, log_line, twiml
from app.voice.known import known_at
from app.voice.looks import look
from app.voice.requests import bridge_status, call_id_of, heard_at, seconds
from app.voice.situation import Arrival
from models import ENDINGS
from voice_flows.click_to_call import FLOW, TO_NEXT_OFFICE, TO_OTHER_LINE


@voice.post("/<token>/answered")
def answered(token: str) -> Response:
    """The supporter picked up."""
    call = _call(token)
    return take_step(call, Arrival(FLOW.first, call.at), 0) if call else twiml(UNKNOWN_CALL)


@voice.post("/<token>/after/<step>/<int:place>/<int:turn>")
def after(token: str, step: str, place: int, turn: int) -> Response:
    """The supporter was asked at `step` about the office at `place`, or comes back from it."""
    call = _call(token)
    if call is None or step not in FLOW.steps:
        return twiml(UNKNOWN_CALL)
    known = known_at(call, place, _line(call, place), look(call, step, place))
    heard = heard_at(FLOW.question(step, known), call.language)
    following = FLOW.after(step, turn, known, heard)
    return take_step(call, Arrival(following, _place(call, following, place), heard), turn)


@voice.post("/<token>/fallback")
def fallback(token: str) -> Response:  # noqa: ARG001 - every voice URL carries the call's token
    """Another URL failed: whatever it was, say so and end."""
    return twiml(TROUBLE)


def _call(token: str) -> CallOnTheLine | None:
    call_id = call_id_of(token)
    return read_call(db.session, call_id, lock=True) if call_id is not None else None


def _place(call: CallOnTheLine, step: str, place: int) -> int:
    """Which office the step is about. It follows from the URL alone: a request that is sent again changes nothing."""
    going_on = {TO_OTHER_LINE: call.other_line, TO_NEXT_OFFICE: call.next_office}
    there = going_on[step](place) if step in going_on else None
    return there.place if there else place


def take_step(call: CallOnTheLine, arrival: Arrival, turn: int) -> Response:
    """Find out what the step needs, keep that the call reached it, and say what is said there."""
    if call.status in ENDINGS:  # canceled on the page a moment ago
        arrival = Arrival(FLOW.last, arrival.place)
    situation = act(call, arrival)
    if situation.changed:
        call = read_call(db.session, call.id, lock=True) or call
    step, place = situation.arrival.step, situation.arrival.place
    reached = Turn(request.form.get("CallSid", ""), turn, step, place, request.form.to_dict(), _office(place))
    changed = record_turn(db.session, given().vault, call, reached)
    urls, facts = given().voice_urls(call.id), {**look(call, step, place), **situation.facts}
    answer = twiml(
        FLOW.speak(step, known_at(call, place, _line(call, place), facts)),
        next_url=urls.next_turn(step, place, turn + 1),
        status_url=urls.office_status(place),
        machine_url=urls.machine(place) if settings().machine_detection else "",
    )
    answer.headers.update(log_line(changed))
    return answer


def _line(call: CallOnTheLine, place: int) -> str:
    """How the office's line ended, in our words: as just heard, or as kept; empty before that."""
    status, office = bridge_status(), call.office_at(place)
    outcome = LINE_OUTCOME.get(status) if status else None
    return outcome or (office.line_outcome if office else None) or ""


def _office(place: int) -> LegNews | None:
    """What the end of a bridge says of the office's leg."""
    status = bridge_status()
    if status is None:
        return None
    # Not every carrier names the leg; then it is known by the leg it was dialled from.
    sid = request.form.get("DialCallSid") or f"{request.form.get('CallSid', '')}-office-{place}"
    duration = seconds("DialCallDuration")
    return LegNews(sid, place, status, ended_at=None, duration=duration)

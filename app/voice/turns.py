"""The carrier asks what to say next: find the call, see what was heard, take the step, keep it, speak."""

from flask import Response

from app.calls.shown.call import CallFacts, read_call
from app.calls.steps.acts import act
from app.calls.steps.at_hand import AtHand
from app.calls.steps.known import known_at
from app.calls.steps.looks import look
from app.calls.steps.situation import Arrival
from app.calls.steps.turn import Turn, record_turn
from app.extensions import given, settings
from app.store.db import db
from app.voice import voice
from app.voice.replies import TROUBLE, UNKNOWN_CALL, log_line, twiml
from app.voice.requests import call_id_of, heard
from models import ENDINGS
from voice_flows.click_to_call import FLOW, TO_NEXT_OFFICE, TO_OTHER_LINE


@voice.post("/<token>/answered")
def answered(token: str) -> Response:
    """The supporter picked up."""
    call = _call(token)
    return take_step(at_hand(), call, Arrival(FLOW.first, call.at), 0) if call else twiml(UNKNOWN_CALL)


@voice.post("/<token>/after/<step>/<int:rank>/<int:turn>")
def after(token: str, step: str, rank: int, turn: int) -> Response:
    """The supporter was asked at `step` about the office at `rank`, or comes back from it."""
    call = _call(token)
    if call is None or step not in FLOW.steps:
        return twiml(UNKNOWN_CALL)
    own = at_hand()
    known = known_at(own, call, rank, look(own, call, step, rank))
    answer = own.heard.answer_to(FLOW.question(step, known), call.language)
    following = FLOW.after(step, turn, known, answer)
    return take_step(own, call, Arrival(following, _rank(call, following, rank), answer), turn)


@voice.post("/<token>/fallback")
def fallback(token: str) -> Response:  # noqa: ARG001 - every voice URL carries the call's token
    """Another URL failed: whatever it was, say so and end."""
    return twiml(TROUBLE)


def _call(token: str) -> CallFacts | None:
    call_id = call_id_of(token)
    return read_call(db.session, call_id, lock=True) if call_id is not None else None


def _rank(call: CallFacts, step: str, rank: int) -> int:
    """Which office the step is about. It follows from the URL alone: a request that is sent again changes nothing."""
    going_on = {TO_OTHER_LINE: call.other_line, TO_NEXT_OFFICE: call.next_office}
    there = going_on[step](rank) if step in going_on else None
    return there.rank if there else rank


def take_step(own: AtHand, call: CallFacts, arrival: Arrival, turn: int) -> Response:
    """Find out what the step needs, keep that the call reached it, and say what is said there."""
    if call.status in ENDINGS:  # canceled on the page a moment ago
        arrival = Arrival(FLOW.last, arrival.rank)
    situation = act(own, call, arrival)
    if situation.changed:
        call = read_call(db.session, call.id, lock=True) or call
    step, rank = situation.arrival.step, situation.arrival.rank
    reached = Turn(own.heard.sid, turn, step, rank, own.heard.form, own.heard.news_of(rank))
    changed = record_turn(own.session, own.vault, call, reached)
    urls, facts = given().voice_urls(call.id), {**look(own, call, step, rank), **situation.facts}
    answer = twiml(
        FLOW.speak(step, known_at(own, call, rank, facts)),
        next_url=urls.next_turn(step, rank, turn + 1),
        status_url=urls.office_status(rank),
        machine_url=urls.machine(rank) if settings().machine_detection else "",
    )
    answer.headers.update(log_line(changed))
    return answer


def at_hand() -> AtHand:
    """What a step works with in this request."""
    own = given()
    return AtHand(db.session, own.vault, own.clock, own.settings, heard(), own.whom_to_call)

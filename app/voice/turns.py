"""The carrier asks what to say next: read what it sent, let the turn be taken as one unit of work, then speak."""

from collections.abc import Callable

from flask import Response

from app.calls.cost.at_most import LISTENED_TURNS
from app.calls.life.carrier_events import code_in
from app.calls.run.refused import keep_trouble
from app.calls.steps.at_hand import AtHand
from app.calls.steps.turn import Answer, Asked, first_turn, next_turn
from app.extensions import given
from app.store.db import db
from app.store.unit import light_unit
from app.telephony.profiles import profile_of
from app.voice import voice
from app.voice.replies import TROUBLE, UNKNOWN_CALL, telling, twiml
from app.voice.requests import call_id_of, heard
from app.voice.signed import carrier_form
from voice_flows.click_to_call import FLOW


@voice.post("/<token>/answered")
def answered(token: str) -> Response:
    """The supporter picked up."""
    call_id = call_id_of(token)
    return speak(lambda own: first_turn(own, call_id) if call_id is not None else None, turn=0)


@voice.post("/<token>/after/<step>/<int(max=999):rank>/<int:turn>")
@voice.post("/<token>/after/<step>/<int(max=999):rank>/<int:turn>/<int:since>")
def after(token: str, step: str, rank: int, turn: int, since: int | None = None) -> Response:
    """The supporter was asked at `step` about the office at `rank`, or comes back from it."""
    call_id = call_id_of(token)
    if call_id is None or not FLOW.knows(step):
        return twiml(UNKNOWN_CALL)
    return speak(lambda own: next_turn(own, call_id, Asked(step, rank, turn, since)), turn=turn)


@voice.post("/<token>/fallback")
def fallback(token: str) -> Response:
    """Another URL failed."""
    return say_trouble(call_id_of(token))


def say_trouble(call_id: int | None, sid: str = "") -> Response:
    """Say so and end, and keep why the carrier thinks so, with the call or with that of a leg."""
    code = code_in(carrier_form())
    if code is not None and (call_id is not None or sid):
        with light_unit(db.engine) as work:
            work.keep_together()
            keep_trouble(work.connection, code, given().clock(), call_id=call_id, sid=sid)
    return twiml(TROUBLE)


def speak(take: Callable[[AtHand], Answer | None], *, turn: int) -> Response:
    """Let the call's `turn`-th turn be taken, keep that, and only then say what was answered."""
    own = given()
    with light_unit(db.engine) as work:
        answer = take(AtHand(work, own.vault, own.clock, own.settings, heard(), own.whom_to_call, lately=own.lately))
        if answer is None or not answer.is_new:
            work.roll_back()
    if answer is None:
        return twiml(UNKNOWN_CALL)
    urls, profile = own.voice_urls(answer.call_id), profile_of(own.settings)
    detects = own.settings.machine_detection and profile.detects_machines
    next_url = urls.next_turn(answer.step, answer.rank, turn + 1, answer.since)
    response = twiml(
        answer.verbs,
        next_url=next_url,
        cut_url=next_url,
        status_url=urls.office_status(answer.rank) if profile.tells_of_offices else "",
        machine_url=urls.machine(answer.rank) if detects else "",
        adds_seconds=profile.adds_ring_seconds,
        listens=turn < LISTENED_TURNS,
    )
    return telling(response, answer.state)

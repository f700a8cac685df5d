"""The carrier asks what to say next: find the call, see what was heard, take the step, keep it, speak."""

from flask import Response, request

from app.calls.legs import LegNews
from app.calls.line import CallOnTheLine, call_on_the_line
from app.calls.turns import Turn, record_turn
from app.db import db
from app.extensions import given
from app.telephony.outcomes import LINE_OUTCOME
from app.voice import voice
from app.voice.answers import TROUBLE, UNKNOWN_CALL, log_line, twiml
from app.voice.requests import bridge_status, call_id_of, pressed_key, seconds
from models import ENDINGS, LegRole
from voice_flows.click_to_call import FLOW
from voice_flows.known import Known


@voice.post("/<token>/answered")
def answered(token: str) -> Response:
    """The supporter picked up."""
    call = _call(token)
    return _take_step(call, FLOW.first, 0) if call else twiml(UNKNOWN_CALL)


@voice.post("/<token>/after/<step>/<int:turn>")
def after(token: str, step: str, turn: int) -> Response:
    """The supporter was asked at `step`, or comes back from the office."""
    call = _call(token)
    if call is None or step not in FLOW.steps:
        return twiml(UNKNOWN_CALL)
    return _take_step(call, FLOW.after(step, turn, _known(call), pressed_key()), turn)


@voice.post("/<token>/fallback")
def fallback(token: str) -> Response:  # noqa: ARG001 - every voice URL carries the call's token
    """Another URL failed: whatever it was, say so and end."""
    return twiml(TROUBLE)


def _call(token: str) -> CallOnTheLine | None:
    call_id = call_id_of(token)
    return call_on_the_line(db.session, call_id) if call_id is not None else None


def _take_step(call: CallOnTheLine, step: str, turn: int) -> Response:
    """Keep that the call reached `step`, and say what is said there."""
    if call.status in ENDINGS:  # canceled on the page a moment ago
        step = FLOW.last
    reached = Turn(request.form.get("CallSid", ""), turn, step, request.form.to_dict(), _office())
    changed = record_turn(db.session, given().vault, call, reached)
    urls = given().voice_urls(call.id)
    answer = twiml(
        FLOW.speak(step, _known(call)),
        next_url=urls.next_turn(step, turn + 1),
        status_url=urls.status(),
    )
    answer.headers.update(log_line(changed))
    return answer


def _known(call: CallOnTheLine) -> Known:
    words, settings = call.words(db.session), given().settings
    return Known(
        group=words.group,
        subject=words.subject,
        campaign_number=words.phone_number,
        town=call.town,
        representative=call.representative,
        script=words.script,
        office_number=call.office_number,
        office_extension=call.office_extension,
        ring_limit=settings.office_ring_seconds,
        talk_limit=settings.talk_limit_seconds,
        line=_line(call),
    )


def _line(call: CallOnTheLine) -> str:
    """How the office's line ended, in our words: as just heard, or as kept; empty before that."""
    status = bridge_status()
    outcome = LINE_OUTCOME.get(status) if status else None
    return outcome or call.line_outcome or ""


def _office() -> LegNews | None:
    """What the end of a bridge says of the office's leg."""
    status = bridge_status()
    if status is None:
        return None
    # Not every carrier names the leg; then it is known by the leg it was dialled from.
    sid = request.form.get("DialCallSid") or f"{request.form.get('CallSid', '')}-office"
    duration = seconds("DialCallDuration")
    return LegNews(sid, LegRole.OFFICE, status, ended_at=None, duration=duration)

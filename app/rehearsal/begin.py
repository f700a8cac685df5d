"""How a rehearsed call begins: from the page as soon as it is known whom to call, or on the hotline."""

from app.calls.life.beginning import NewCall, begin_call
from app.calls.whom.search import Found
from app.limits.numbers import sealed_number
from app.rehearsal.phases.phase import Phase
from app.rehearsal.phases.program import begins
from app.rehearsal.phases.ringing import rings
from app.rehearsal.phases.searching import lives_somewhere
from app.rehearsal.stage import SUPPORTER, Stage
from app.rehearsal.told import Who
from models import CallSource, CallStatus, EventSource
from voice_flows.click_to_call import FLOW, HOTLINE_FIRST


def first_phase(stage: Stage) -> Phase:
    """The first thing that happens."""
    if stage.scene.source is CallSource.WEB:
        return lives_somewhere(stage, lambda found: _is_rung(stage, found))
    stage.told(Who.SUPPORTER, "The supporter dials the hotline.")
    _writes(stage, _new(stage), CallStatus.ANSWERED)
    return begins(stage, HOTLINE_FIRST)


def _is_rung(stage: Stage, found: Found) -> Phase:
    call = _new(stage)
    call.town, call.language, call.offices = found.town, stage.scene.language, found.offices
    # Without its hash nothing finds the number, and no other rehearsal waits for this one.
    call.phone_encrypted = sealed_number(SUPPORTER, stage.own.vault)
    _writes(stage, call, CallStatus.RINGING)
    return rings(stage, lambda: begins(stage, FLOW.first))


def _new(stage: Stage) -> NewCall:
    words, source = stage.scene.words, stage.scene.source
    return NewCall(campaign_id=words.id, campaign_version=words.version, source=source, rehearsal=True)


def _writes(stage: Stage, call: NewCall, status: CallStatus) -> None:
    call_id = begin_call(stage.own.session, call, status, source=EventSource.PAGE)
    if call_id is None:
        raise LookupError("nothing excludes a call without a number's hash")
    stage.call_id = call_id

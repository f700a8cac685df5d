"""Dial: connects the caller with somebody else and reports how that went."""

import re
from dataclasses import dataclass

from app.telephony.local_network.addresses import Address, Subscription, Turn, subscription
from app.telephony.local_network.legs import FOUR_HOURS, Leg
from app.telephony.local_network.stage import Stage, method_of
from app.telephony.local_network.twiml.reading import CallError, Verb
from app.telephony.local_network.verbs.bridging import join, reach, whisper
from app.telephony.local_network.ways import Ways

MOST_NUMBERS = 10
DETECTS = ("Enable", "DetectMessageEnd")
LISTENS_SECONDS = 4.0
E164 = re.compile(r"\+[1-9]\d{6,14}")


@dataclass(frozen=True)
class Callee:
    """One number to dial, with what its <Number> asks for."""

    number: str
    subscription: Subscription | None = None
    verb: Verb | None = None


@dataclass(frozen=True)
class Ending:
    """How a Dial went; `leg` is the one that was connected, or else the last one tried."""

    status: str
    leg: Leg | None = None
    joined: bool = False
    error: int | None = None

    def parameters(self, ways: Ways) -> dict[str, str]:
        """What the `action` URL is told."""
        told = {"DialCallStatus": self.status}
        if ways.details_of_dial:
            told["DialBridged"] = str(self.joined).lower()
        if self.leg and (self.joined or ways.details_of_dial):
            told |= {"DialCallSid": self.leg.sid, "DialCallDuration": str(self.leg.seconds or 0)}
        if self.error and ways.details_of_dial:
            told["ErrorCode"] = str(self.error)
        return told


async def dial(stage: Stage, verb: Verb) -> Turn | None:
    """Ring the numbers, join whoever answers first, and go to `action`, or on where there is none.

    Raises:
        CallError: it stands in a whisper, which may not dial.
    """
    if stage.leg.parent:
        raise CallError(12100, "dial-in-whisper", "The document of a <Number> may not dial.")
    stage.exchange.hands.something_begins(stage.leg, "dial")
    refusal = _refusal(stage, verb)
    if refusal:
        stage.exchange.warn(stage.leg, *refusal)
    ending = Ending("failed", error=refusal[1]) if refusal else await _connect(stage, verb)
    if verb.word("action"):
        return stage.turn(verb, ending.parameters(stage.exchange.ways))
    return None


def _refusal(stage: Stage, verb: Verb) -> tuple[str, int, str] | None:
    shown = verb.word("callerId")
    if shown and not stage.exchange.may_show(stage.leg, shown):
        return "caller-id-not-allowed", 13214, f"<Dial> may not show {shown} as caller ID."
    callees = _callees(stage, verb)
    if not callees or len(callees) > MOST_NUMBERS:
        return "dial-count", 13220, f"<Dial> rings 1 to {MOST_NUMBERS} numbers, not {len(callees)}."
    for callee in callees:
        if not E164.fullmatch(callee.number):
            return "dial-number-invalid", 13223, f"“{callee.number}” is no phone number."
    return next(filter(None, (stage.exchange.not_to_dial(callee.number) for callee in callees)), None)


def _callees(stage: Stage, verb: Verb) -> list[Callee]:
    nested = [Callee(_number(child), _subscription(stage, child), child) for child in verb.children]
    return nested or ([Callee(_number(verb))] if verb.text else [])


def _number(verb: Verb) -> str:
    return re.sub(r"[\s().-]", "", verb.text)


def _subscription(stage: Stage, verb: Verb) -> Subscription | None:
    url = verb.word("statusCallback")
    method = method_of(verb, "statusCallbackMethod")
    return subscription(stage.resolve(url) if url else "", method, verb.word("statusCallbackEvent").split())


async def _connect(stage: Stage, verb: Verb) -> Ending:
    leg, callees = stage.leg, _callees(stage, verb)
    seconds = min(max(verb.figure("timeout", 30), 5), 600) + stage.exchange.ways.rings_longer
    rounds = [[callee] for callee in callees] if verb.flag("sequential") else [callees]
    last: Leg | None = None
    for together in rounds:
        children = {_child(stage, verb, callee): callee for callee in together}
        winner = await reach(stage, list(children), seconds)
        last = winner or list(children)[-1]
        if winner:
            _detect(stage, winner, children[winner].verb)
            await whisper(stage, winner, children[winner].verb)
            joined = not winner.is_over
            await join(stage, winner, *_limits(stage, verb))
            return Ending("completed", winner, joined)
    return Ending(last.status if last and not leg.is_over else "canceled", last)


def _limits(stage: Stage, verb: Verb) -> tuple[bool, float]:
    """Whether star ends the talk, and seconds after which it is ended."""
    heeds = stage.exchange.ways.heeds
    star = verb.flag("hangupOnStar") and heeds("hangupOnStar")
    return star, verb.figure("timeLimit", FOUR_HOURS) if heeds("timeLimit") else FOUR_HOURS


def _detect(stage: Stage, leg: Leg, number: Verb | None) -> None:
    """Listen to whoever picked up, and tell what it seems to be: a machine or somebody. The call does not wait."""
    url = number.word("amdStatusCallback") if number else ""
    detects = number is not None and number.word("machineDetection") in DETECTS
    if not number or not url or not detects or not stage.exchange.ways.heeds("machineDetection"):
        return
    address = Address(stage.resolve(url), method_of(number, "amdStatusCallbackMethod"))
    callbacks, answered_by = stage.exchange.callbacks, stage.exchange.hands.answered_by(leg)
    leg.later(LISTENS_SECONDS, lambda: callbacks.tell_who_answered(leg, address, answered_by, LISTENS_SECONDS))


def _child(stage: Stage, verb: Verb, callee: Callee) -> Leg:
    shown = verb.word("callerId") or stage.leg.caller
    return stage.exchange.dialled_leg(stage.leg, callee.number, shown, callee.subscription)

"""A test call as it is shown: each stop ticked off or still to come, and which leg failed and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.carrier_setup.test_call.stops import Ended, OfficeEnded, Stop
from app.telephony.faults import Whose, fault_of
from models import KindOfTestCall, TestCall

NAMES: Mapping[Stop, str] = {
    Stop.TAKEN: "The carrier took the call",
    Stop.RINGING: "Your phone rings",
    Stop.ANSWERED: "You picked up, and the carrier asked us what to say",
    Stop.PRESSED: "Your key arrived",
    Stop.DIALED: "The carrier dials the office; the campaign's own number stands for it",
    Stop.COMES_IN: "That number was picked up, and the carrier asked us there, too",
    Stop.HEARD: "You heard the recorded voice to its end",
    Stop.ENDED: "The call ended, and the carrier told us",
}
OF_CODE = (Stop.TAKEN, Stop.RINGING, Stop.ANSWERED, Stop.ENDED)
WITHOUT_OFFICE = tuple(stop for stop in Stop if stop not in {Stop.DIALED, Stop.COMES_IN})
TOLD_LATE = {Stop.TAKEN, Stop.RINGING, Stop.DIALED}  # or never, by some carriers: whatever follows implies them
ENDS: Mapping[str, str] = {
    Ended.BUSY: "Your phone was busy. Try again.",
    Ended.NO_ANSWER: "Nobody picked up within half a minute. Does your phone silence unknown callers?",
    Ended.FAILED: "The carrier could not ring this phone.",
    Ended.CANCELED: "The call was ended before you picked up.",
    OfficeEnded.BUSY: "The campaign's number was busy when the carrier dialed it in the office's place. Try again.",
    OfficeEnded.NO_ANSWER: "The carrier dialed the campaign's number in the office's place, and nobody picked up: see "
    "under “Number” whether it is connected.",
    OfficeEnded.FAILED: "The carrier did not connect you with the campaign's number, which stood for the office, and "
    "does not say why. Its own log does, as a rule under “Monitor”.",
    OfficeEnded.ELSEWHERE: "Somebody else answered the campaign's number: the carrier does not ask this server there. "
    "Connect it again under “Number”.",
}
REFUSED = "Your phone was not rung. {said} {cure}"
OFFICE_REFUSED = "Your phone works, but the office's leg does not. {said} {cure}"
CHECK_NUMBER = "Look whether that is your number."
NOT_REACHED = "You picked up, but the carrier did not get our words to you: see what is not right under “Carrier”."
NO_KEY = "We heard no key. On a trial the carrier swallows the first: press 1 again when you are asked again."
TOO_EARLY = "The call ended before the recorded voice had. Try again, and wait for its end."
SILENT = "The carrier has given no answer yet. If your phone rings, that shows here; otherwise try again in a minute."


@dataclass(frozen=True)
class ShownCall:
    """Its stops by name, whether it is over, and what went wrong; `has_office` says whether an office was dialed."""

    stops: tuple[tuple[str, bool], ...]
    is_test: bool
    has_office: bool
    is_over: bool
    went_well: bool
    trouble: str
    error_code: int | None
    price: str


def shown_call(call: TestCall) -> ShownCall:
    """The call as it stands."""
    stops, reached = _stops(call), frozenset(call.reached)
    last = Stop.HEARD if call.kind is KindOfTestCall.TEST else Stop.ANSWERED
    return ShownCall(
        stops=tuple((NAMES[stop], _is_reached(stop, stops, reached)) for stop in stops),
        is_test=call.kind is KindOfTestCall.TEST,
        has_office=bool(call.office_number),
        is_over=not reached.isdisjoint({*Ended, Stop.ENDED}),
        went_well=last in reached,
        trouble=_trouble(call, reached),
        error_code=call.error_code,
        price=call.price,
    )


def _stops(call: TestCall) -> tuple[Stop, ...]:
    if call.kind is KindOfTestCall.CODE:
        return OF_CODE
    return tuple(Stop) if call.office_number else WITHOUT_OFFICE


def _is_reached(stop: Stop, stops: tuple[Stop, ...], reached: frozenset[str]) -> bool:
    """One that a later one implies was reached, though its report may be late; a key is pressed or not."""
    later = stops[stops.index(stop) + 1 :] if stop in TOLD_LATE else ()
    implied = later if stop is not Stop.DIALED else (Stop.COMES_IN, Stop.HEARD)
    return not reached.isdisjoint((stop, *implied))


def _trouble(call: TestCall, reached: frozenset[str]) -> str:
    early = next((end for end in (*OfficeEnded, *Ended) if end in reached), None)
    if call.error_code:
        return _refused(call.error_code, OFFICE_REFUSED if early in set(OfficeEnded) else REFUSED)
    if early:
        return ENDS[early]
    return _cut_short(call, reached) if Stop.ENDED in reached else "" if reached else SILENT


def _refused(code: int, how: str) -> str:
    fault = fault_of(code)
    return how.format(said=fault.said, cure=CHECK_NUMBER if fault.whose is Whose.NUMBER else fault.cure)


def _cut_short(call: TestCall, reached: frozenset[str]) -> str:
    """What is missing of a call that is over."""
    if Stop.ANSWERED not in reached:
        return NOT_REACHED
    if call.kind is KindOfTestCall.CODE or Stop.HEARD in reached:
        return ""
    return TOO_EARLY if Stop.PRESSED in reached else NO_KEY

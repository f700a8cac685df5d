"""A test call as its page shows it: each stop ticked off or still to come, and a sentence for how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.carrier_setup.test_call.stops import Ended, Stop
from models import KindOfTestCall, TestCall

NAMES: Mapping[Stop, str] = {
    Stop.TAKEN: "The carrier took the call",
    Stop.RINGING: "Your phone rings",
    Stop.ANSWERED: "You picked up, and the carrier asked us what to say",
    Stop.PRESSED: "Your key arrived",
    Stop.HEARD: "You heard the office, played by our own voice",
    Stop.ENDED: "You hung up, and the carrier told us",
}
OF_CODE = (Stop.TAKEN, Stop.RINGING, Stop.ANSWERED, Stop.ENDED)
ENDS: Mapping[Ended, str] = {
    Ended.BUSY: "Your phone was busy. Try again.",
    Ended.NO_ANSWER: "Nobody picked up within half a minute. Does your phone silence unknown callers?",
    Ended.FAILED: "The carrier could not ring this phone.",
    Ended.CANCELED: "The call was ended before you picked up.",
}
REFUSED = "The carrier refused this call, and says why under error {code}."
NOT_REACHED = "You picked up, but the carrier did not get our words to you: see what is not right under “Carrier”."
SILENT = "The carrier has given no answer yet. If your phone rings, that shows here; otherwise try again in a minute."


@dataclass(frozen=True)
class ShownCall:
    """Its stops by name, whether it is over, and what went wrong."""

    stops: tuple[tuple[str, bool], ...]
    is_test: bool
    is_over: bool
    went_well: bool
    trouble: str
    error_code: int | None
    price: str


def shown_call(call: TestCall) -> ShownCall:
    """The call as it stands."""
    stops = tuple(Stop) if call.kind is KindOfTestCall.TEST else OF_CODE
    reached = frozenset(call.reached)
    early = next((end for end in Ended if end in reached), None)
    last = Stop.HEARD if call.kind is KindOfTestCall.TEST else Stop.ANSWERED
    return ShownCall(
        stops=tuple((NAMES[stop], _is_reached(stop, stops, reached)) for stop in stops),
        is_test=call.kind is KindOfTestCall.TEST,
        is_over=early is not None or Stop.ENDED in reached,
        went_well=last in reached,
        trouble=_trouble(call, early, reached),
        error_code=call.error_code,
        price=call.price,
    )


def _is_reached(stop: Stop, stops: tuple[Stop, ...], reached: frozenset[str]) -> bool:
    """One that a later one implies was reached, though its report may be late; a key is pressed or not."""
    later = stops[stops.index(stop) :] if stop in {Stop.TAKEN, Stop.RINGING} else (stop,)
    return not reached.isdisjoint(later)


def _trouble(call: TestCall, early: Ended | None, reached: frozenset[str]) -> str:
    if call.error_code:
        return REFUSED.format(code=call.error_code)
    if early:
        return ENDS[early]
    if Stop.ENDED in reached and Stop.ANSWERED not in reached:
        return NOT_REACHED
    if Stop.ENDED in reached and call.kind is KindOfTestCall.TEST and Stop.PRESSED not in reached:
        return "We heard no key. On a trial the carrier swallows the first: press 1 again when you are asked again."
    return "" if reached else SILENT

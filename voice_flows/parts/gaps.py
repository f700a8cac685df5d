"""Who cannot be called, and why: told before the first office, and where a place makes nobody to call."""

from collections.abc import Mapping

from voice_flows.known import Known
from voice_flows.outcomes import WhyPassedOver
from voice_flows.speak import say
from voice_flows.verbs import Spoken

GAPS: Mapping[WhyPassedOver, str] = {
    WhyPassedOver.VACANT: "seat_vacant",
    WhyPassedOver.NO_NUMBER: "no_number",
    WhyPassedOver.SUPPORTS_ALREADY: "supports_already",
    WhyPassedOver.HELD_BACK: "held_back",
    WhyPassedOver.OTHER_TURN: "other_turn",
}


def told_gap(known: Known) -> tuple[Spoken, ...]:
    """The sentence about whoever is passed over, if anybody is."""
    why = known.office.passed_over_why
    return (say(GAPS[why], known),) if why else ()

"""Peace: for a day where a caller ID alone asks for it, which anybody may claim; for good once we rang."""

from voice_flows.known import Known
from voice_flows.parts.forgetting import FORGET_KEY
from voice_flows.parts.greeting import farewell
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, HangUp, Hears, Verb

CONFIRM_KEYS = {"9": "never_again", "1": "not_asked"}
CONFIRM_FIRST = "confirm"
BEYOND_A_DAY = {"9": "ring_back", FORGET_KEY: "ring_to_forget"}


def peace_for_a_day(known: Known) -> tuple[Verb, ...]:
    """Whoever dialed in is left in peace for a day, and may have us ring back to make that last."""
    if not known.caller.can_book:  # no number came along
        return (say("peace_withheld", known), HangUp())
    told = (say("peace_for_a_day", known), say("peace_for_good", known), say("peace_forget", known))
    return ask(known, *told, keys=BEYOND_A_DAY, otherwise="goodbye", hears=Hears.KEY)


def ring_back(known: Known) -> tuple[Verb, ...]:
    """We ring that number in a moment: whoever answers there is its owner."""
    return (say("ring_back", known), HangUp())


def cannot_ring_back(known: Known) -> tuple[Verb, ...]:
    """It is night, or we rang back lately, or nobody may be rung there."""
    return (say("cannot_ring_back", known), *farewell(known))


def confirm(known: Known) -> tuple[Ask]:
    """We rang back: says why, and asks for a key, since a machine presses none."""
    return _confirm(known, otherwise="confirm_again")


def confirm_again(known: Known) -> tuple[Ask]:
    """Asks once more."""
    return _confirm(known, otherwise="no_key")


def _confirm(known: Known, otherwise: str) -> tuple[Ask]:
    told = (say("confirm", known), say("confirm_keys", known))
    return ask(known, *told, keys=CONFIRM_KEYS, otherwise=otherwise, hears=Hears.KEY)


def not_asked(known: Known) -> tuple[Verb, ...]:
    """Somebody else had claimed this number: nothing is as they wanted it."""
    return (say("not_asked", known), say("farewell", known), HangUp())


STEPS = (peace_for_a_day, ring_back, cannot_ring_back, confirm, confirm_again, not_asked)

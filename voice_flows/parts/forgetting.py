"""To be forgotten: we ring the number of which somebody asked for it, since anybody may claim one; a key does it."""

from voice_flows.known import Known
from voice_flows.parts.greeting import farewell
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, HangUp, Hears, Verb

FORGET_KEY = "6"
FORGET_FIRST = "confirm_forget"
FORGET_KEYS = {FORGET_KEY: "forgotten", "1": "not_to_forget"}


def ring_to_forget(known: Known) -> tuple[Verb, ...]:
    """We ring that number in a moment: whoever answers there is its owner."""
    return (say("ring_to_forget", known), HangUp())


def cannot_ring_to_forget(known: Known) -> tuple[Verb, ...]:
    """It is night, or we rang for that lately, or nobody may be rung there."""
    return (say("cannot_ring_to_forget", known), *farewell(known))


def confirm_forget(known: Known) -> tuple[Ask]:
    """We rang: says why, and asks for a key, since a machine presses none."""
    return _confirm(known, otherwise="confirm_forget_again")


def confirm_forget_again(known: Known) -> tuple[Ask]:
    """Asks once more."""
    return _confirm(known, otherwise="no_key")


def _confirm(known: Known, otherwise: str) -> tuple[Ask]:
    told = (say("confirm_forget", known), say("confirm_forget_keys", known))
    return ask(known, *told, keys=FORGET_KEYS, otherwise=otherwise, hears=Hears.KEY)


def forgotten(known: Known) -> tuple[Verb, ...]:
    """It is done: says what stays, and why."""
    return (say("forgotten", known), say("forgotten_but", known), say("farewell", known), HangUp())


def forgotten_but_held(known: Known) -> tuple[Verb, ...]:
    """It is done, but for what a court asks for: says that, and when it ends."""
    return (say("forgotten_held", known), say("forgotten_but", known), say("farewell", known), HangUp())


def not_to_forget(known: Known) -> tuple[Verb, ...]:
    """Somebody else had asked for it: nothing is as they wanted it."""
    return (say("not_asked", known), say("farewell", known), HangUp())


STEPS = (
    ring_to_forget,
    cannot_ring_to_forget,
    confirm_forget,
    confirm_forget_again,
    forgotten,
    forgotten_but_held,
    not_to_forget,
)

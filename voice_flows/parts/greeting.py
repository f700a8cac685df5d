"""The beginning of a call that we placed: who is calling, press 1 to go on, press 9 and nobody calls again."""

from voice_flows.known import Known
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, HangUp, Hears, Verb

GREETING_KEYS = {"1": "script", "9": "never_again_sure"}


def greeting(known: Known) -> tuple[Verb, ...]:
    """Names the group first and why it rings; only a key goes on, since a machine talks but presses none."""
    return _greet(known, "who_is_calling", otherwise="greeting_again")


def greeting_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more."""
    return _greet(known, "not_understood", otherwise="no_key")


def _greet(known: Known, first: str, otherwise: str) -> tuple[Ask]:
    says = (say(first, known), say("press_one", known))
    return ask(known, *says, keys=GREETING_KEYS, otherwise=otherwise, hears=Hears.KEY)


def never_again_sure(known: Known) -> tuple[Verb, ...]:
    """Asks for a second 9, so that a slip of the finger shuts nobody out."""
    return sure(known, back="greeting")


def sure(known: Known, back: str) -> tuple[Ask]:
    """The question, from which a 0 leads back."""
    keys = {"9": "never_again", "0": back}
    return ask(known, say("never_again_sure", known), keys=keys, otherwise="no_key", hears=Hears.KEY)


def never_again(known: Known) -> tuple[Verb, ...]:
    """This number is never called again."""
    return (say("never_again", known), say("farewell", known), HangUp())


def no_key(known: Known) -> tuple[Verb, ...]:
    """Nobody pressed a key: a machine, or somebody who walked away."""
    return (say("no_key", known), *farewell(known))


def goodbye(known: Known) -> tuple[Verb, ...]:
    """Thanks, the campaign's number, and the end."""
    return farewell(known)


def farewell(known: Known) -> tuple[Verb, ...]:
    """The last words of every call."""
    return (say("goodbye", known), HangUp())


STEPS = (greeting, greeting_again, never_again_sure, never_again, no_key, goodbye)

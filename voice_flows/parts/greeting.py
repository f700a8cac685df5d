"""The beginning of a call that we placed: who is calling, 1 goes on, 9 never calls again, 8 gives more time."""

from voice_flows.known import Known
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, HangUp, Hears, Verb

GREETING_KEYS = {"1": "script", "9": "never_again_sure", "8": "more_time"}


def greeting(known: Known) -> tuple[Verb, ...]:
    """Names the group first and why it rings; only a key goes on, since a machine talks but presses none."""
    return _greet(known, "who_is_calling", otherwise="greeting_again")


def more_time(known: Known) -> tuple[Verb, ...]:
    """Greets once more whoever needs more time, and waits three times as long from now on."""
    return greeting(known.with_more_time())


def greeting_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more."""
    return _greet(known, "not_understood", otherwise="no_key")


def _greet(known: Known, first: str, otherwise: str) -> tuple[Ask]:
    one = say("press_one", known)
    keys = (say("more_time", known), one) if known.is_patient else (one, say("more_time_key", known))
    return ask(known, say(first, known), *keys, keys=GREETING_KEYS, otherwise=otherwise, hears=Hears.KEY)


def never_again_sure(known: Known) -> tuple[Verb, ...]:
    """Asks for a second 9, so that a slip of the finger shuts nobody out."""
    return sure(known, then="never_again", back="greeting")


def sure(known: Known, then: str, back: str) -> tuple[Ask]:
    """The question, from which a 0 leads back."""
    keys = {"9": then, "0": back}
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


def took_long(known: Known) -> tuple[Verb, ...]:
    """Before any office was on the line, the call took longer than anybody needs."""
    return (say("took_long", known), HangUp())


STEPS = (greeting, more_time, greeting_again, never_again_sure, never_again, no_key, took_long, goodbye)

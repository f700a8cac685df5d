"""The beginning of a call that we placed: who is calling, 1 goes on, 9 never calls again, 8 gives more time."""

from dataclasses import replace
from math import ceil

from voice_flows.known import USUAL, Known
from voice_flows.length import lasts
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, HangUp, Hears, Spoken, Verb

GREETING_KEYS = {"1": "script", "9": "never_again_sure", "8": "more_time"}

# A phone that screens unknown callers picks up without ringing, talks for about so many seconds, and only then listens:
# what was said until then nobody has heard, so that it is said again in full.
SCREEN_TALKS_SECONDS = 7
WHOLE_SECONDS = 68  # a phone that screens us may ring for most of a minute after that
AGAIN_SECONDS, LEAST_SECONDS = 5, 4  # how long a key is waited for after each time, and at least after the last
PATIENT_SECONDS = 8  # the same after each time for whoever needs more time, before it is multiplied


def greeting(known: Known) -> tuple[Verb, ...]:
    """Names the group and that they asked for this, twice, and nothing else: others may hear it, or a machine.

    Only a key goes on, since a machine talks but presses none.
    """
    return _greet(known, *_at_once(known), otherwise="greeting_again", wait=AGAIN_SECONDS)


def _at_once(known: Known) -> tuple[Spoken, ...]:
    return _until_screens_listen((say("who_is_calling", known), say("go_on", known)))


def _until_screens_listen(first: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """What is said first, with silence after it until the seventh second."""
    *before, last = first
    taken = lasts(first)
    return (*before, replace(last, pause=last.pause + max(0.0, ceil(10 * (SCREEN_TALKS_SECONDS - taken)) / 10)))


def more_time(known: Known) -> tuple[Verb, ...]:
    """Greets once more whoever needs more time, and waits three times as long from now on."""
    return greeting(known.with_more_time())


def greeting_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more, all of it: a phone that screened us rings only now."""
    return _greet(known, otherwise="greeting_last", wait=AGAIN_SECONDS)


def greeting_last(known: Known) -> tuple[Verb, ...]:
    """Asks for the last time, so that a minute has passed since somebody or something picked up."""
    usual = replace(known, caller=replace(known.caller, patience=USUAL))
    so_far = lasts(_at_once(usual)) + 3 * lasts(_whole(usual)) + 2 * AGAIN_SECONDS
    return _greet(known, otherwise="no_key", wait=max(LEAST_SECONDS, round(WHOLE_SECONDS - so_far)))


def _greet(known: Known, *before: Spoken, otherwise: str, wait: int) -> tuple[Ask]:
    says = (*before, *_whole(known))
    waits = max(wait, PATIENT_SECONDS) if known.is_patient else wait
    return ask(known, *says, keys=GREETING_KEYS, otherwise=otherwise, hears=Hears.KEY, wait_seconds=waits)


def _whole(known: Known) -> tuple[Spoken, ...]:
    one = say("press_one", known)
    keys = (say("more_time", known), one) if known.is_patient else (one, say("more_time_key", known))
    return (say("who_is_calling", known), *keys)


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


STEPS = (greeting, more_time, greeting_again, greeting_last, never_again_sure, never_again, no_key, took_long, goodbye)

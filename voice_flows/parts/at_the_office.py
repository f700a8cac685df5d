"""The office: ring it, wait in its line, try its other line, and what to do where it is closed."""

from voice_flows.known import Known
from voice_flows.parts.afterwards import onward
from voice_flows.parts.greeting import farewell
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, Bridge, Hears, Verb

CLOSED_KEYS = {"1": "leave_message", "2": "book", "*": "skip"}
WAVE_KEYS = {"2": "book", "*": "skip"}
LATER_KEYS = {"1": "book_soon"}
LINE_LOOK_SECONDS = 15  # between two looks whether the line is free


def connect(known: Known) -> tuple[Verb, ...]:
    """Rings the office."""
    return (say("connecting" if known.carrier.star_leaves else "connecting_no_star", known), _bridge(known))


def come_back(known: Known) -> tuple[Verb, ...]:
    """They pressed the star before the office was rung: nobody is."""
    return onward(known, otherwise="try_later")


def other_line(known: Known) -> tuple[Verb, ...]:
    """Rings the other line of the same office holder, with whom they asked to be connected."""
    return (say("other_line" if known.carrier.star_leaves else "other_line_no_star", known), _bridge(known))


def waits_turn(known: Known) -> tuple[Verb, ...]:
    """Others of us are on the office's line: says how many come before, and looks again after a while."""
    told = say("waits_turn", known) if known.line.ahead else say("waits_turn_next", known)
    keys = {"1": "connect", "*": "skip"}
    # However much time they need, the line is looked at as often: behind them others wait for it too.
    says = (told, say("waits_turn_keys", known))
    return (Ask(says, keys, "connect", LINE_LOOK_SECONDS, Hears.KEY, known.language),)


def resting(known: Known) -> tuple[Verb, ...]:
    """The line was busy a moment ago and is left in peace."""
    return (say("resting", known), *onward(known, otherwise="try_later"))


def held_back(known: Known) -> tuple[Verb, ...]:
    """Since the call began, the campaign lets nobody call this office for now."""
    return (say("left_in_peace", known), *onward(known))


def closed(known: Known) -> tuple[Verb, ...]:
    """The office is closed, or its turn comes later: leave a message now, or be rung when it opens."""
    return _closed(known, otherwise="closed_again")


def closed_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more."""
    return _closed(known, otherwise="goodbye")


def _closed(known: Known, otherwise: str) -> tuple[Verb, ...]:
    if known.line.by_wave:
        return _waits_for_wave(known, otherwise)
    told = [say("closed_until", known) if known.line.opens else say("closed", known), say("closed_message", known)]
    keys = dict(CLOSED_KEYS)
    if known.caller.can_book and known.line.opens:
        told.append(say("closed_book", known))
    else:
        keys.pop("2")
    if known.office.next_representative:
        told.append(say("or_star", known))
    return ask(known, *told, keys=keys, otherwise=otherwise, firm=True)


def _waits_for_wave(known: Known, otherwise: str) -> tuple[Verb, ...]:
    """It is called later on a day of action, its machine too: be rung then, or go on."""
    if not known.line.opens:
        return (say("left_in_peace", known), *onward(known))
    if not known.caller.can_book:
        return (say("wave_until", known), *onward(known))
    told, keys = [say("wave_until", known), say("wave_book", known)], dict(WAVE_KEYS)
    if known.office.next_representative:
        told.append(say("or_star", known))
    return ask(known, *told, keys=keys, otherwise=otherwise, firm=True)


def leave_message(known: Known) -> tuple[Verb, ...]:
    """Rings the closed office, whose machine takes a message."""
    return (say("leave_message", known), _bridge(known))


def book(known: Known) -> tuple[Verb, ...]:
    """Says when we ring again, if that could be agreed."""
    if not known.line.booked:
        return (say("cannot_book", known), *onward(known))
    code = (say("booked_code", known),) if known.line.code else ()
    return (say("booked", known), *code, *onward(known))


def book_soon(known: Known) -> tuple[Verb, ...]:
    """The same, in ten minutes."""
    return book(known)


def try_later(known: Known) -> tuple[Verb, ...]:
    """Nobody else is left to call: offers to ring again in ten minutes."""
    if not known.caller.can_book:
        return (say("try_again", known), *farewell(known))
    return ask(known, say("try_later", known), keys=LATER_KEYS, otherwise="goodbye")


def skip(known: Known) -> tuple[Verb, ...]:
    """They leave this office out."""
    return onward(known)


def _bridge(known: Known) -> Bridge:
    line = known.line
    return Bridge(
        number=line.number,
        extension=line.extension,
        caller_id=known.campaign.number,
        ring_limit=line.ring_limit,
        talk_limit=line.talk_limit,
        then="after_office",
        star_leaves=known.carrier.star_leaves,
    )


STEPS = (
    connect,
    come_back,
    other_line,
    waits_turn,
    resting,
    held_back,
    closed,
    closed_again,
    leave_message,
    book,
    book_soon,
    try_later,
    skip,
)

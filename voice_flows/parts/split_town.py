"""On the hotline in a split town: the street, agreed on by its name, and the house number only where it decides."""

from voice_flows.known import Known
from voice_flows.parts.where import what_came
from voice_flows.verbs import Verb


def street_heard(known: Known) -> tuple[Verb, ...]:
    """A street was said, or its first letters keyed: those that it may be."""
    return what_came(known)


def street_agreed(known: Known) -> tuple[Verb, ...]:
    """One of these streets is theirs."""
    return what_came(known)


def street_again(known: Known) -> tuple[Verb, ...]:
    """None of these streets is theirs: the question once more, by letters; after that without a street."""
    return what_came(known)


def street_skipped(known: Known) -> tuple[Verb, ...]:
    """They would rather not say, or were silent: on without a street, or without what its name leaves open."""
    return what_came(known)


def house_heard(known: Known) -> tuple[Verb, ...]:
    """The house number was keyed."""
    return what_came(known)


def area_picked(known: Known) -> tuple[Verb, ...]:
    """One of the parts of town that have a street of that name."""
    return what_came(known)


STEPS = (street_heard, street_agreed, street_again, street_skipped, house_heard, area_picked)

"""Asks on the hotline which street somebody lives on, where a town is split, and what its name leaves open."""

from voice_flows.flow import PLACE
from voice_flows.known import Known
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, Hears, Spoken

SKIPPED = "street_skipped"


def ask_street(known: Known, _otherwise: str) -> tuple[Ask]:
    """Asks for its name or first letters; silence means that they would rather not say."""
    return _ask(known, say("which_street", known), listens=known.is_heard)


def ask_again(known: Known, _otherwise: str) -> tuple[Ask]:
    """It was not found: asks for its letters alone."""
    return _ask(known, say("street_unknown", known), listens=False)


def _ask(known: Known, before: Spoken, *, listens: bool) -> tuple[Ask]:
    says = (before, say("street_said" if listens else "street_letters", known), say("street_skip", known))
    hears = Hears.LETTERS if listens else Hears.LETTERS_BY_KEYS
    keys = {PLACE: "street_heard", "0": SKIPPED}
    return ask(known, *says, keys=keys, otherwise=SKIPPED, hears=hears, wait_seconds=10)


def ask_house(known: Known, _otherwise: str) -> tuple[Ask]:
    """Asks for the house number, where a line runs through the street."""
    keys = {PLACE: "house_heard", "0": SKIPPED}
    says = (say("street_number", known), say("street_skip", known))
    return ask(known, *says, keys=keys, otherwise=SKIPPED, hears=Hears.LETTERS_BY_KEYS, wait_seconds=10)

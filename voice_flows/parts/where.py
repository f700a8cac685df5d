"""Asks on the hotline where somebody lives, and says what came of the answer."""

from collections.abc import Callable, Mapping

from voice_flows.flow import PLACE
from voice_flows.known import Known
from voice_flows.outcomes import PlaceFound, WhyPassedOver
from voice_flows.parts.gaps import told_gap
from voice_flows.parts.greeting import farewell
from voice_flows.parts.street import SKIPPED, ask_again, ask_house, ask_street
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, Go, Hears, Spoken, Verb

CHOICES = 6
AGAIN = "located_again"


def ask_where(known: Known, *before: Spoken, otherwise: str, asks: str = "where", listens: bool = True) -> tuple[Ask]:
    """Asks for it after what is said `before`, by keys alone unless it `listens`; silence leads to `otherwise`."""
    listens = listens and known.is_heard
    hears, hints = (Hears.PLACE, known.caller.hints) if listens else (Hears.PLACE_BY_KEYS, ())
    asks = asks if listens else f"{asks}_keyed"
    keys = {PLACE: "located", "9": "hotline_never_again"}
    if not known.campaign.asks_place:
        asks, keys, otherwise = "where_listed", {"1": "agreed", **keys}, "agreed"
    says = (*before, say(asks, known))
    return ask(known, *says, keys=keys, otherwise=otherwise, hears=hears, wait_seconds=10, hints=hints)


def _agree(known: Known, otherwise: str) -> tuple[Verb, ...]:
    told = say("agree", known) if known.office.representative else say("agree_town", known)
    return ask(known, *told_gap(known), told, say("agree_keys", known), keys=AGREE_KEYS, otherwise=otherwise)


def what_came(known: Known) -> tuple[Verb, ...]:
    """What came of the answer: whom to agree on, or what is still asked."""
    return ANSWERS[known.caller.found](known, AGAIN)


def _menu(
    intro: str, key: str, step: str, alone: str = "agree_town", *, back: str = "where", silence: str = ""
) -> Callable[[Known, str], tuple[Verb, ...]]:
    def menu(known: Known, otherwise: str) -> tuple[Verb, ...]:
        options = [
            say(key, known, choice=choice, press=press)
            for press, choice in enumerate(known.caller.choices[:CHOICES], start=1)
        ]
        keys = {str(press): step for press in range(1, len(options) + 1)} | {"0": back}
        told = say(intro if len(options) > 1 else alone, known)  # one is not announced as several
        says, to = (told, *options, say("back_key", known)), silence or otherwise
        return ask(known, *says, keys=keys, otherwise=to, wait_seconds=12)

    return menu


def _many(known: Known, otherwise: str) -> tuple[Verb, ...]:
    return ask_where(known, otherwise=otherwise, asks="too_many")


def _not_found(key: str) -> Callable[[Known, str], tuple[Verb, ...]]:
    def not_found(known: Known, otherwise: str) -> tuple[Verb, ...]:
        return ask_where(known, say(key, known), otherwise=otherwise, listens=not known.caller.by_keys)

    return not_found


def _nobody(known: Known, otherwise: str) -> tuple[Verb, ...]:
    if known.office.passed_over_why not in NOBODY_THERE:
        return (*told_gap(known), *farewell(known))
    keys = {"1": "senator_wanted", "0": "where"}
    says = (*told_gap(known), say("senator_instead", known))
    return ask(known, *says, keys=keys, otherwise=otherwise)


AGREE_KEYS = {"1": "agreed", "0": "where"}
NOBODY_THERE = frozenset({WhyPassedOver.VACANT, WhyPassedOver.NO_NUMBER})

# Where a place was found and somebody is silent, it is a key that is missing and no office.
IS_THEIRS = frozenset(PlaceFound) - {
    PlaceFound.NOTHING,
    PlaceFound.MANY,
    PlaceFound.UNCLEAR,
    PlaceFound.UNKNOWN,
    PlaceFound.OUTSIDE,
    PlaceFound.CODE_UNKNOWN,
}

# What may come of a place → what is said then; the second argument is where silence leads.
ANSWERS: Mapping[PlaceFound, Callable[[Known, str], tuple[Verb, ...]]] = {
    PlaceFound.AGREE: _agree,
    PlaceFound.REPRESENTATIVES: _menu("which_one", "for_choice", "picked"),
    PlaceFound.SENATORS: _menu("which_senator", "for_choice", "picked"),
    PlaceFound.PLACES: _menu("which_place", "for_place", "place_picked", alone="which_place"),
    PlaceFound.STREET: ask_street,
    PlaceFound.STREET_AGAIN: ask_again,
    PlaceFound.STREETS: _menu(
        "which_of_streets", "for_place", "street_agreed", alone="is_this_street", back="street_again", silence=SKIPPED
    ),
    PlaceFound.HOUSE: ask_house,
    PlaceFound.AREAS: _menu(
        "which_area", "for_place", "area_picked", alone="which_area", back=SKIPPED, silence=SKIPPED
    ),
    PlaceFound.MANY: _many,
    PlaceFound.UNCLEAR: lambda known, _: ask_where(known, say("not_understood", known), otherwise="where_by_keys"),
    PlaceFound.UNKNOWN: _not_found("place_unknown"),
    PlaceFound.OUTSIDE: _not_found("place_outside"),
    PlaceFound.CODE_UNKNOWN: _not_found("code_unknown"),
    PlaceFound.NOBODY: _nobody,
    PlaceFound.NOTHING: lambda known, _: (Go("where_help"),) if known else (),
}

"""The office calls the number back: who we are, whom to reach, and how to be called less."""

from voice_flows.known import Known
from voice_flows.parts.greeting import farewell
from voice_flows.speak import ask, say
from voice_flows.values import with_numbers_spoken
from voice_flows.verbs import Ask, HangUp, Hears, Say, Spoken, Verb

CONTACT, LESS = "office_contact", "office_less"


def office_calls(known: Known) -> tuple[Verb, ...]:
    """Says in a sentence who we are, and what may be done about us."""
    return _who(known, say("office_who", known), otherwise="office_calls_again")


def office_calls_again(known: Known) -> tuple[Verb, ...]:
    """The same once more, for whoever was slow to find a key."""
    return _who(known, say("not_understood", known), otherwise="goodbye")


def _who(known: Known, first: Spoken, otherwise: str) -> tuple[Ask]:
    keys, told = {"2": LESS}, [first]
    if known.campaign.contact:
        keys["1"] = CONTACT
        told.append(say("office_reach_us", known))
    return ask(known, *told, say("office_called_less", known), keys=keys, otherwise=otherwise, hears=Hears.KEY)


def office_contact(known: Known) -> tuple[Verb, ...]:
    """Whom an office reaches, twice, since somebody writes it down."""
    contact = Say(with_numbers_spoken(known.campaign.contact), "en", 1.5 * known.patience)
    return (contact, contact, *farewell(known))


def office_less(known: Known) -> tuple[Verb, ...]:
    """Less, or not at all?"""
    keys = {"1": "office_called_less", "2": "office_never_called", "0": "office_calls"}
    return ask(known, say("office_how_much_less", known), keys=keys, otherwise="goodbye", hears=Hears.KEY)


def office_called_less(known: Known) -> tuple[Verb, ...]:
    """The people of the group are told."""
    return (say("office_noted", known), HangUp())


def office_never_called(known: Known) -> tuple[Verb, ...]:
    """The same of an office that wants no calls at all."""
    return office_called_less(known)


STEPS = (office_calls, office_calls_again, office_contact, office_less, office_called_less, office_never_called)

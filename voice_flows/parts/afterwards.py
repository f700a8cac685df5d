"""After an office: how did it go, what its line showed, and who comes next."""

from voice_flows.known import Known
from voice_flows.outcomes import LineShowed
from voice_flows.parts.greeting import farewell
from voice_flows.speak import ask, say
from voice_flows.verbs import Ask, Go, Verb

SURVEY_KEYS = {"1": "talked", "2": "left_message", "3": "nobody", "4": "mailbox_full"}
NEXT_KEYS = {"1": "connect", "2": "script", "5": "points", "*": "skip"}
LINE_SHOWED = {LineShowed.BUSY: "office_busy", LineShowed.NO_ANSWER: "office_no_answer"}


def after_office(known: Known) -> tuple[Verb, ...]:
    """Asks how it went if the line was answered; else says what the line showed, and tries what else there is."""
    showed = known.line.showed
    if showed is LineShowed.ANSWERED:
        return _survey(known, otherwise="survey_again")
    return (say(LINE_SHOWED.get(showed, "office_failed"), known), *_elsewhere(known))


def survey_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more how it went."""
    return _survey(known, otherwise="next_office" if known.office.next_representative else "goodbye", again=True)


def _survey(known: Known, otherwise: str, *, again: bool = False) -> tuple[Ask]:
    before = (say("not_understood", known),) if again else ()
    says = (*before, say("how_did_it_go", known))
    return ask(known, *says, keys=SURVEY_KEYS, otherwise=otherwise)


def talked(known: Known) -> tuple[Verb, ...]:
    """They talked to someone."""
    return (say("thanks_contact", known), *onward(known))


def left_message(known: Known) -> tuple[Verb, ...]:
    """They left a message."""
    return (say("thanks_voicemail", known), *onward(known))


def nobody(known: Known) -> tuple[Verb, ...]:
    """Nobody answered them."""
    return (say("thanks_unavailable", known), *_elsewhere(known))


def mailbox_full(known: Known) -> tuple[Verb, ...]:
    """The machine takes no more messages."""
    return (say("thanks_mailbox_full", known), *_elsewhere(known))


def next_office(known: Known) -> tuple[Verb, ...]:
    """Says who comes next; only a key connects."""
    says = (say("next_office", known), say("next_keys", known))
    return ask(known, *says, keys=NEXT_KEYS, otherwise="next_again", firm=True)


def next_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more about the next office."""
    says = (say("not_understood", known), say("next_keys", known))
    return ask(known, *says, keys=NEXT_KEYS, otherwise="goodbye", firm=True)


def _elsewhere(known: Known) -> tuple[Verb, ...]:
    """The other line of this office, else the next office, else later."""
    return (Go("other_line"),) if known.line.has_other else onward(known, otherwise="try_later")


def onward(known: Known, otherwise: str = "") -> tuple[Verb, ...]:
    """To the next office if there is one, else to another step, else the last words."""
    if known.office.next_representative:
        return (Go("next_office"),)
    return (Go(otherwise),) if otherwise else farewell(known)


STEPS = (after_office, survey_again, talked, left_message, nobody, mailbox_full, next_office, next_again)

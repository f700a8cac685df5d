"""The web call: who is calling, press 1, the script, the office, how did it go, goodbye."""

from collections.abc import Mapping
from types import MappingProxyType

from voice_flows.flow import Flow, Step
from voice_flows.known import Known
from voice_flows.script import fill_text, paragraphs
from voice_flows.speak import say
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Say, Spoken, Verb

GREETING_KEYS = {"1": "script", "9": "never_again"}
READY_KEYS = {"1": "connect", "2": "script"}
NEXT_KEYS = {"1": "connect", "2": "script", "*": "skip"}
SURVEY_KEYS = {"1": "talked", "2": "left_message", "3": "nobody"}


def greeting(known: Known) -> tuple[Verb, ...]:
    """Names the group first and why it rings; voicemail never presses 1, so it goes no further."""
    return (Ask((say("who_is_calling", known), say("press_one", known)), GREETING_KEYS, "greeting_again"),)


def greeting_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more."""
    return (Ask((say("not_understood", known), say("press_one", known)), GREETING_KEYS, "no_key"),)


def script(known: Known) -> tuple[Verb, ...]:
    """Says whom it will connect, and reads the script; any time a 1 connects."""
    before = (*_whom(known), say("thanks_follow" if known.thanks else "script_follows", known, pause=0.8))
    after = (say("script_ends", known), say("ready", known))
    return (Ask((*before, *_read_script(known), *after), READY_KEYS, "ready"),)


def _whom(known: Known) -> tuple[Spoken, ...]:
    """Who cannot be reached and why, and who can; said once, before the first office."""
    if known.nth > 1:
        return ()
    gap = {"vacant": "seat_vacant", "no-number": "no_number", "supports-already": "supports_already"}
    before = (say(gap[known.passed_over_why], known),) if known.passed_over else ()
    in_turn = (say("several", known),) if known.total > 1 else ()
    return (*before, say("whom", known), *in_turn)


def _read_script(known: Known) -> tuple[Say, ...]:
    name = say("your_name", known).text
    text = fill_text(known.script, name=name, town=known.town, representative=known.representative)
    return tuple(Say(paragraph, "en", pause=0.8) for paragraph in paragraphs(text))


def ready(known: Known) -> tuple[Verb, ...]:
    """Asks once more whether to connect."""
    return (Ask((say("not_understood", known), say("ready", known)), READY_KEYS, "no_key"),)


def connect(known: Known) -> tuple[Verb, ...]:
    """Rings the office."""
    return (say("connecting", known), _bridge(known))


def other_line(known: Known) -> tuple[Verb, ...]:
    """Rings the other line of the same office holder, with whom they asked to be connected."""
    return (say("other_line", known), _bridge(known))


def _bridge(known: Known) -> Bridge:
    return Bridge(
        number=known.office_number,
        extension=known.office_extension,
        caller_id=known.campaign_number,
        ring_limit=known.ring_limit,
        talk_limit=known.talk_limit,
        then="after_office",
    )


def after_office(known: Known) -> tuple[Verb, ...]:
    """Asks how it went if the line was answered; else says what the line showed, and tries what else there is."""
    if known.line == "answered":
        return (Ask((say("how_did_it_go", known),), SURVEY_KEYS, "survey_again"),)
    what = {"busy": "office_busy", "no-answer": "office_no_answer"}.get(known.line, "office_failed")
    if known.other_line:
        return (say(what, known), Go("other_line"))
    return (say(what, known), *_onward(known, say("try_again", known)))


def survey_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more how it went."""
    otherwise = "next_office" if known.next_representative else "goodbye"
    return (Ask((say("not_understood", known), say("how_did_it_go", known)), SURVEY_KEYS, otherwise),)


def talked(known: Known) -> tuple[Verb, ...]:
    """They talked to someone."""
    return (say("thanks_contact", known), *_onward(known))


def left_message(known: Known) -> tuple[Verb, ...]:
    """They left a message."""
    return (say("thanks_voicemail", known), *_onward(known))


def nobody(known: Known) -> tuple[Verb, ...]:
    """Nobody answered them."""
    return (say("thanks_unavailable", known), *_onward(known, say("try_again", known)))


def next_office(known: Known) -> tuple[Verb, ...]:
    """Says who comes next; only a key connects."""
    return (Ask((say("next_office", known), say("next_keys", known)), NEXT_KEYS, "next_again"),)


def next_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more about the next office."""
    return (Ask((say("not_understood", known), say("next_keys", known)), NEXT_KEYS, "goodbye"),)


def skip(known: Known) -> tuple[Verb, ...]:
    """They leave this office out."""
    return _onward(known)


def _onward(known: Known, *without_next: Verb) -> tuple[Verb, ...]:
    """To the next office if there is one, else the last words."""
    return (Go("next_office"),) if known.next_representative else (*without_next, *_farewell(known))


def no_key(known: Known) -> tuple[Verb, ...]:
    """Nobody pressed a key: a machine, or somebody who walked away."""
    return (say("no_key", known), *_farewell(known))


def never_again(known: Known) -> tuple[Verb, ...]:
    """This number did not ask for the call."""
    return (say("never_again", known), say("farewell", known), HangUp())


def goodbye(known: Known) -> tuple[Verb, ...]:
    """Thanks, the campaign's number, and the end."""
    return _farewell(known)


def _farewell(known: Known) -> tuple[Verb, ...]:
    return (say("goodbye", known), HangUp())


STEPS: Mapping[str, Step] = MappingProxyType(
    {
        step.__name__: step
        for step in (
            greeting,
            greeting_again,
            script,
            ready,
            connect,
            other_line,
            after_office,
            survey_again,
            talked,
            left_message,
            nobody,
            next_office,
            next_again,
            skip,
            no_key,
            never_again,
            goodbye,
        )
    }
)

FLOW = Flow(STEPS, first="greeting", last="goodbye")

# At these steps the call goes on: to the next line of the same office holder, or to the next office holder.
TO_OTHER_LINE, TO_NEXT_OFFICE = "other_line", "next_office"

"""Before the office: whom it will be, the script in English with the caller's language beside it, talking points."""

from dataclasses import replace

from voice_flows.known import Known
from voice_flows.script import fill_text, paragraphs
from voice_flows.speak import ask, say, titled
from voice_flows.verbs import Say, Spoken, Verb

READY_KEYS = {"1": "connect", "2": "script", "5": "points"}
GAPS = {"vacant": "seat_vacant", "no-number": "no_number", "supports-already": "supports_already"}


def script(known: Known) -> tuple[Verb, ...]:
    """Says whom it will connect, and reads the script; any time a 1 connects."""
    before = (*_whom(known), say(_follows(known), known, pause=0.8))
    after = (say("script_ends", known), *_offer(known))
    return ask(known, *before, *_read_script(known), *after, keys=READY_KEYS, otherwise="ready")


def _follows(known: Known) -> str:
    """Which words lead over to the script."""
    follows = "thanks_follow" if known.thanks else "script_follows"
    return f"{follows}_own" if known.script_own and not known.script else follows


def _whom(known: Known) -> tuple[Spoken, ...]:
    """Who cannot be reached and why, and who can; said once, before the first office."""
    if known.nth > 1:
        return ()
    before = (say(GAPS[known.passed_over_why], known),) if known.passed_over else ()
    in_turn = (say("several", known),) if known.total > 1 else ()
    return (*before, say("whom" if known.is_theirs else "whom_listed", known), *in_turn)


def _read_script(known: Known) -> tuple[Spoken, ...]:
    """The script as the office will hear it; in English, then what that means in the caller's language."""
    english = _paragraphs(known, known.script, "en")
    if not known.script_own or known.language == "en":
        return english
    means = (say("script_means", known),) if english else ()
    return (*english, *means, *_paragraphs(known, known.script_own, known.language))


def _paragraphs(known: Known, text: str, language: str) -> tuple[Say, ...]:
    own = known.prompts if language == known.language else {}
    name = say("your_name", replace(known, language=language, prompts=own)).text
    filled = fill_text(text, name=name, town=known.town, representative=titled(known.representative, language))
    return tuple(Say(paragraph, language, pause=0.8) for paragraph in paragraphs(filled))


def ready(known: Known) -> tuple[Verb, ...]:
    """Asks once more whether to connect."""
    return ask(known, say("not_understood", known), *_offer(known), keys=READY_KEYS, otherwise="no_key")


def points(known: Known) -> tuple[Verb, ...]:
    """Reads the talking points; any time a 1 connects."""
    told = tuple(Say(point, known.language if known.points_own else "en", pause=0.6) for point in known.points)
    return ask(known, *(told or (say("no_points", known),)), *_offer(known), keys=READY_KEYS, otherwise="ready")


def _offer(known: Known) -> tuple[Spoken, ...]:
    asks = "ready_points_own" if known.points_own else "ready_points"
    more = (say(asks, known),) if known.points else ()
    return (say("ready", known), *more)


STEPS = (script, ready, points)

"""Before the office: whom it will be, the script in the caller's language and in English, talking points."""

from collections.abc import Mapping
from itertools import chain

from voice_flows.hearing import AGAIN
from voice_flows.known import Known
from voice_flows.names import Label
from voice_flows.parts.gaps import told_gap
from voice_flows.said.parts import Part, Parts, around, text_of
from voice_flows.script import Piece, fill, paragraphs
from voice_flows.speak import ask, read_out, say, spoken
from voice_flows.values import as_said, parts_in
from voice_flows.verbs import Hears, Say, Spoken, Verb
from voice_flows.words import OFFICE_OF

BETWEEN_PARAGRAPHS = 0.5  # seconds, and longer for whoever needs more time
READY_KEYS = {"1": "connect", "2": "script", "5": "points", AGAIN: "script"}


def script(known: Known) -> tuple[Verb, ...]:
    """Says whom it will connect, and reads the script; any time a 1 connects. Who practices aloud is not asked."""
    own = known.office.script_own
    told = _paragraphs(known, own, known.language) if own else _in_english(known)
    before = (*_whom(known), say(_follows(known), known, pause=0.5), *told)
    return _tell(known, before, *_offer(known), keys=_keys(known))


def script_in_english(known: Known) -> tuple[Verb, ...]:
    """Reads the script as the office will hear it; a 2 leads back to what it means."""
    return _tell(known, _in_english(known), say("ready_now", known), *_more(known))


def _tell(
    known: Known, told: tuple[Spoken, ...], *asks: Spoken, keys: Mapping[str, str] = READY_KEYS
) -> tuple[Verb, ...]:
    return ask(known, *told, *asks, keys=keys, otherwise="ready", hears=Hears.KEY, told=len(told))


def _keys(known: Known) -> Mapping[str, str]:
    """Where there are English words beside their own, the 2 reads those."""
    is_both = known.office.script_own and known.office.script
    return {**READY_KEYS, "2": "script_in_english"} if is_both else READY_KEYS


def _follows(known: Known) -> str:
    """Which words lead over to the script."""
    office = known.office
    follows = "thanks_follow" if office.thanks else "script_follows"
    return f"{follows}_own" if office.script_own else follows


def _whom(known: Known) -> tuple[Spoken, ...]:
    """Who cannot be reached and why, and who can; said once, before the first office."""
    office = known.office
    if office.nth > 1:
        return ()
    in_turn = (say("several", known),) if office.total > 1 else ()
    return (*told_gap(known), say("whom" if office.is_theirs else "whom_listed", known), *in_turn)


def _in_english(known: Known) -> tuple[Spoken, ...]:
    return _paragraphs(known, known.office.script, "en")


def _paragraphs(known: Known, text: str, language: str) -> tuple[Say, ...]:
    pause, values = BETWEEN_PARAGRAPHS * known.patience, _values(known, language)
    texts = {name: text_of(parts) for name, parts in values.items()}
    parts_of = {texts[name]: parts for name, parts in values.items()}

    def told(piece: Piece) -> Parts:
        return parts_of[piece.text] if piece.filled else (Part(as_said(piece.text, language), language),)

    scripts = (fill(paragraph, **texts) for paragraph in paragraphs(text))
    return tuple(spoken(tuple(chain.from_iterable(map(told, script))), language, pause) for script in scripts)


def _values(known: Known, language: str) -> Mapping[str, Parts]:
    """What the blanks of a script are filled with, in its language."""
    there = known.in_language(language, known.campaign.prompts if language == known.language else {})
    whom = parts_in(language, known.office.representative)
    own = {name: (Part(say(f"your_{name}", there).text, language),) for name in ("name", "town")}
    town = parts_in(language, Label(known.caller.town)) or own["town"]
    office = around(OFFICE_OF[language], whom, language) if whom else ()
    return {**own, "town": town, "representative": whom, "office": office}


def ready(known: Known) -> tuple[Verb, ...]:
    """Asks once more whether to connect."""
    says = (say("not_understood", known), *_ready(known))
    return ask(known, *says, keys=READY_KEYS, otherwise="no_key", firm=True)


def points(known: Known) -> tuple[Verb, ...]:
    """Reads the talking points; any time a 1 connects."""
    campaign = known.campaign
    language = known.language if campaign.points_own else "en"
    told = tuple(read_out(point, language, 0.6 * known.patience) for point in campaign.points)
    return _tell(known, told or (say("no_points", known),), *_ready(known))


def _offer(known: Known) -> tuple[Spoken, ...]:
    """The keys after the script: who has heard what it means may hear it in English instead of once more."""
    if _keys(known) is READY_KEYS:
        return (say("script_ends", known), *_ready(known))
    return (say("ready_now", known), say("script_in_english", known), *_more(known))


def _ready(known: Known) -> tuple[Spoken, ...]:
    return (say("ready", known), *_more(known))


def _more(known: Known) -> tuple[Spoken, ...]:
    asks = "ready_points_own" if known.campaign.points_own else "ready_points"
    return (say(asks, known),) if known.campaign.points else ()


STEPS = (script, script_in_english, ready, points)

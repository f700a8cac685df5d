"""Turns words and what is known into something to say."""

from collections.abc import Mapping
from functools import lru_cache

from voice_flows.blanks import name_blank, pieces_between
from voice_flows.known import Known
from voice_flows.said.parts import Parts, filled, joined, text_of
from voice_flows.said.voices import IN_PIECES
from voice_flows.values import BlankParts, as_said
from voice_flows.verbs import Ask, Hears, Play, Say, Spoken
from voice_flows.words import WORDS

NO_WORDS: Mapping[str, tuple[str, ...]] = {}


def say(key: str, known: Known, *, pause: float = 0.4, **blanks: object) -> Spoken:
    """The campaign's own prompt under `key`, else the built-in words; blanks filled, `blanks` are further ones."""
    language, words = known.language, WORDS[known.language][key]
    own, values = known.campaign.prompts.get(key), BlankParts(known, **blanks)
    pause *= known.patience
    if own is None:
        return spoken(filled(pieces_between(words), values, language), language, pause)
    parts = filled(_own_pieces(own.text, language), values, language)
    if not own.url:
        return spoken(parts, language, pause)
    name = values.get(name_blank(words), ())
    return Play(own.url, text_of(parts), language, pause, name=text_of(name), parts=_needed(name, language))


def spoken(parts: Parts, language: str, pause: float) -> Say:
    """The parts as one sentence."""
    return Say(text_of(parts), language, pause, _needed(parts, language))


def _needed(parts: Parts, language: str) -> Parts:
    """The parts where one voice cannot read them all, or where a sentence is put together from sounds."""
    if language in IN_PIECES and len(parts) > 1:
        return parts
    runs = joined(parts)
    return runs if len(runs) > 1 or (runs and runs[0].language != language) else ()


@lru_cache(maxsize=1024)
def _own_pieces(text: str, language: str) -> tuple[tuple[str, str], ...]:
    return pieces_between(as_said(text, language))


def read_out(text: str, language: str, pause: float) -> Say:
    """A text of the campaign as a voice reads it."""
    return Say(as_said(text, language), language, pause)


def ask(
    known: Known,
    *says: Spoken,
    keys: Mapping[str, str],
    otherwise: str,
    hears: Hears = Hears.KEY_OR_WORD,
    wait_seconds: int = 8,
    hints: tuple[str, ...] = (),
    words: Mapping[str, tuple[str, ...]] = NO_WORDS,
    firm: bool = False,
    told: int = 0,
) -> tuple[Ask]:
    """A question in the call's language, as all that a step does; whoever needs more time is waited for longer."""
    waits = wait_seconds * known.patience
    return (Ask(says, keys, otherwise, waits, heard(known, hears), known.language, hints, words, firm, told),)


def heard(known: Known, hears: Hears = Hears.KEY_OR_WORD) -> Hears:
    """What a question listens for on this call: for keys alone where nobody would understand words."""
    return hears if known.is_heard else hears.by_keys()


def plain(key: str, language: str = "en") -> Say:
    """Words without blanks, for when nothing is known of the call."""
    return Say(WORDS[language][key], language)

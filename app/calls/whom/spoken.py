"""What somebody said aloud of where they live, as one would type it: digits for words, and no "I live in"."""

from collections.abc import Iterator

from app.representatives import ResolutionKind, resolve
from voice_flows.numbers.zip_said import FIRST, PlaceSaid, place_said

KNOWN = frozenset({ResolutionKind.FOUND, ResolutionKind.CHOOSE})


def place_as_typed(speech: str, language: str) -> str:
    """The first reading that is a place of ours; where none is, what comes nearest to what was said."""
    *better, last = _readings(place_said(speech, language), speech)
    kinds = {text: resolve(text).kind for text in better}
    known = (text for text, kind in kinds.items() if kind in KNOWN)
    asked = (text for text, kind in kinds.items() if kind is ResolutionKind.CONFIRM)
    return next(known, None) or next(asked, last)


def street_as_typed(speech: str, language: str) -> str:
    """A street and its number without what is said around them: four digits are a house's, and no ZIP code."""
    said = place_said(speech, language)
    return speech if said.without_zero else said.words or speech


def only_a_zip(heard: str, language: str) -> str:
    """The ZIP code where nothing else was said, or keyed; empty where there is more, or none."""
    said = place_said(heard, language)
    return "" if said.words else said.zip_code


def with_its_zero(digits: str) -> str:
    """The ZIP code of ours that is left when its zero is put before four digits; empty where there is none."""
    code = f"{FIRST}{digits}"
    return code if _is_known(code) else ""


def _is_known(place: str) -> bool:
    """Whether these words name a place of ours, or a ZIP code."""
    return resolve(place).kind in KNOWN


def _readings(said: PlaceSaid, speech: str) -> Iterator[str]:
    """Best first: town and ZIP code together; then the code alone, which somebody else's talk may stand beside.

    Four digits beside words that are no place of ours are a year, or the number of a house.
    """
    if said.zip_code and not said.words:
        yield said.zip_code
    elif said.zip_code and _is_known(said.words):
        yield f"{said.words} {said.zip_code}"
        yield said.words
    elif said.zip_code and not said.without_zero:
        both = f"{said.words} {said.zip_code}"  # a street, whose code says the town
        yield both if resolve(both).kind is ResolutionKind.FOUND else said.zip_code
    else:
        yield from (speech, said.words or speech, speech)

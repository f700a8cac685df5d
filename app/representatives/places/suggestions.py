"""Offers places that may have been meant; a suggestion is only ever a question."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz, process

from app.representatives.facts.tables import tables
from app.representatives.places.elsewhere import neighbouring_state
from app.representatives.places.joining import names_joined

MOST = 5
_CUT_OFF = 75.0  # likeness from 0 to 100 below which nothing is suggested
_HARDLY_ANOTHER = 86.0  # likeness from which on a name is taken for a mistake, though it is a place elsewhere
_NEAR_BEST = 8.0  # how much less alike than the best a further suggestion may be
_MOST_COMPARED = 20
_MOST_WORDS = 12
_DIRECTIONS = frozenset({"north", "south", "east", "west"})


@cache
def _names() -> Mapping[str, str]:
    """The names worth suggesting, by look-up key: towns, and villages whose towns are beyond doubt."""
    sure = {
        key: alias.towns[0] if alias.kind == "variant" else alias.name
        for key, alias in tables().aliases.items()
        if alias.sure and not neighbouring_state(key)
    }
    return MappingProxyType(sure | {key: town.name for key, town in tables().keys.items()})


@cache
def _keys() -> tuple[str, ...]:
    return tuple(_names())


def suggest(key: str, first: tuple[str, ...] = ()) -> tuple[str, ...]:
    """At most five names like this key, best first, after those that must come `first`."""
    further = () if first else (*names_joined(key), *_names_within(key.split()))
    names = dict.fromkeys((*first, *further, *_names_like(key)))
    return tuple(names)[:MOST]


def mistaken_for(key: str) -> tuple[str, ...]:
    """The names that are so much like this one that somebody may have meant them: Hampden for Hamden."""
    return tuple(dict.fromkeys(_names_like(key, _HARDLY_ANOTHER)))[:MOST]


def _names_like(key: str, cut_off: float = _CUT_OFF) -> Iterator[str]:
    found = process.extract(key, _keys(), scorer=fuzz.ratio, score_cutoff=cut_off, limit=_MOST_COMPARED)
    alike = [match for match in found if _is_more_than_a_direction(key, match[0])]
    for name, likeness, _ in alike:
        if likeness >= alike[0][1] - _NEAR_BEST:
            yield _names()[name]


def _is_more_than_a_direction(key: str, name: str) -> bool:
    """Whether two names are alike beyond the direction both begin with: "North Shore" is not "North Orange"."""
    direction, _, rest = key.partition(" ")
    other_direction, _, other_rest = name.partition(" ")
    if direction != other_direction or direction not in _DIRECTIONS:
        return True
    return fuzz.ratio(rest, other_rest) >= _CUT_OFF


def _names_within(words: list[str]) -> tuple[str, ...]:
    """The names that stand in a longer text as whole words, longest first: "somewhere in Lynn"."""
    if not 1 < len(words) <= _MOST_WORDS:
        return ()
    spans = (
        " ".join(words[start : start + length])
        for length in range(len(words) - 1, 0, -1)
        for start in range(len(words) - length + 1)
    )
    found: list[str] = []
    for span in spans:
        if span in _names() and not any(f" {span} " in f" {longer} " for longer in found):
            found.append(span)
    return tuple(_names()[span] for span in found)

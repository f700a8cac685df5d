"""The streets of a town that may have been meant; a suggestion is only ever a question."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.representatives.streets.key import base_of
from app.representatives.streets.table import streets

MOST = 6
_CUT_OFF = 75.0  # likeness from 0 to 100 below which nothing is suggested
_NEAR_BEST = 12.0  # how much less alike than the best a further suggestion may be


def likely(towns: Iterable[str], key: str) -> tuple[str, ...]:
    """At most six keys of these towns' streets: first the same name but for kind, direction or a word, then alike."""
    found: dict[str, None] = {}
    for town in towns:
        bases = _bases(town)
        found |= dict.fromkeys((*_of_base(bases, key), *_with_words(bases, key)))
    for town in towns:
        found |= dict.fromkeys(_alike(_bases(town), key))
    return tuple(found)[:MOST]


@lru_cache(maxsize=128)
def _bases(town: str) -> dict[str, str]:
    """Every street's name without kind and direction, by key."""
    return {key: base_of(key) for key in streets()[town].keys()}  # noqa: SIM118 - a method of ours


def _of_base(bases: dict[str, str], key: str) -> Iterator[str]:
    base = base_of(key)
    return (it for it, of in bases.items() if of == base)


def _with_words(bases: dict[str, str], key: str) -> Iterator[str]:
    """The streets that have every word typed, or of which every word was typed."""
    words = set(base_of(key).split())
    for it, of in bases.items():
        if words < set(of.split()) or (len(of.split()) > 1 and words > set(of.split())):
            yield it


def _alike(bases: dict[str, str], key: str) -> Iterator[str]:
    """The streets that are spelled alike."""
    base = base_of(key)
    found = process.extract(base, bases, scorer=fuzz.ratio, score_cutoff=_CUT_OFF, limit=MOST)
    for _, likeness, it in found:
        if likeness >= found[0][1] - _NEAR_BEST:
            yield it

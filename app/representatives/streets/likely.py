"""The streets of a town that may have been meant; a suggestion is only ever a question."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.representatives.streets.key import base_of
from app.representatives.streets.table import streets

MOST = 6
_CUT_OFF = 75.0  # likeness from 0 to 100 below which nothing is suggested
_NEAR_BEST = 12.0  # how much less alike than the best a further suggestion may be


def likely(towns: Sequence[str], key: str) -> tuple[str, ...]:
    """At most six keys of these towns' streets: first the same name but for kind, direction or a word, then alike."""
    found: dict[str, None] = {}
    for town in towns:
        found |= dict.fromkeys(_with_words(town, key))
    for town in towns:
        found |= dict.fromkeys(_alike(town, key))
    return tuple(found)[:MOST]


@lru_cache(maxsize=128)
def _bases(town: str) -> dict[str, str]:
    """Every street's name without kind and direction, by key."""
    return {key: base_of(key) for key in streets()[town].keys()}  # noqa: SIM118 - a method of ours


@lru_cache(maxsize=128)
def _by_word(town: str) -> dict[str, frozenset[str]]:
    """The streets' keys by each word of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, base in _bases(town).items():
        for word in base.split():
            found[word].add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _with_words(town: str, key: str) -> Iterator[str]:
    """The streets with the same words, first those; then those that have more, or some of several typed."""
    words, bases, by_word = set(base_of(key).split()), _bases(town), _by_word(town)
    near = sorted(it for word in words for it in by_word.get(word, ()))
    yield from (it for it in near if bases[it] == base_of(key))
    for it in near:
        others = set(bases[it].split())
        if words < others or (len(others) > 1 and words > others):
            yield it


def _alike(town: str, key: str) -> Iterator[str]:
    """The streets that are spelled alike."""
    found = process.extract(base_of(key), _bases(town), scorer=fuzz.ratio, score_cutoff=_CUT_OFF, limit=MOST)
    for _, likeness, it in found:
        if likeness >= found[0][1] - _NEAR_BEST:
            yield it

"""Joins the words into which a recognizer splits a name that it does not know: "woo ster", "fox burrow"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz, process

from app.representatives.facts.tables import tables

_MOST_PIECES = 4
_ALIKE = 80.0  # likeness from 0 to 100 below which nothing is suggested
_MOST = 2
_ENDINGS = MappingProxyType(
    {
        "berry": "bury",
        "burro": "borough",
        "burrow": "borough",
        "feel": "field",
        "see": "cy",
        "stir": "ster",
        "tun": "ton",
    }
)


@cache
def _written_together() -> Mapping[str, str]:
    """The towns by all their names, misspelled ones too, without spaces."""
    names = {key: alias.towns[0] for key, alias in tables().aliases.items() if alias.kind in {"misspelling", "variant"}}
    towns = {key: town.name for key, town in tables().keys.items()}
    return MappingProxyType({key.replace(" ", ""): name for key, name in (names | towns).items() if key.isascii()})


def names_joined(key: str) -> tuple[str, ...]:
    """The towns whose name may have been said; none where the words are too many, or only one."""
    words = key.split()
    if not 1 < len(words) <= _MOST_PIECES:
        return ()
    joined = "".join((*words[:-1], _ENDINGS.get(words[-1], words[-1])))
    found = process.extract(joined, _written_together().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST)
    return tuple(_written_together()[name] for name, _, _ in found)

"""Recognises places outside the state: a name with another state's, a well-known one next door, a state, a country."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from app.representatives.facts.spelling import normalise, words_of
from app.representatives.facts.tables import rows

_FOLDER = Path(__file__).parents[1] / "tables"
_LONGEST_STATE_NAME = 3  # words
_CODE_LENGTH = 2
_COUNTRIES = frozenset({"Egypt", "Holland", "Peru", "Wales"})  # which towns and villages of ours are called after


@cache
def _states() -> Mapping[tuple[str, ...], str]:
    """The words of every other state's name and code, e.g. ("rhode", "island") and ("ri",)."""
    found = {}
    for row in rows(_FOLDER / "us_states.csv"):
        code, name = row["code"].lower(), row["name"]
        for spelling in (tuple(words_of(name)), (code,), tuple(code)):
            found[spelling] = name
    return MappingProxyType(found)


@cache
def _neighbouring_places() -> Mapping[str, str]:
    """Well-known places of the states around Massachusetts that share no name with one of its towns."""
    names = {row["code"]: row["name"] for row in rows(_FOLDER / "us_states.csv")}
    return MappingProxyType(
        {normalise(row["place"]): names[row["state"]] for row in rows(_FOLDER / "neighbouring_places.csv")}
    )


def other_state(words: tuple[str, ...]) -> str | None:
    """The other state with whose name or code these words end, if any: "Providence, R. I.".

    A code needs a place before it: "hi" alone greets, and is not in Hawaii.
    """
    if len("".join(words)) <= _CODE_LENGTH:
        return None
    for length in range(min(_LONGEST_STATE_NAME, len(words)), 0, -1):
        found = _states().get(words[-length:])
        if found:
            return found
    return None


def neighbouring_state(key: str) -> str | None:
    """The state of a well-known place next door, by look-up key."""
    return _neighbouring_places().get(key)


def is_elsewhere_too(name: str) -> bool:
    """Whether a town or village of ours is called like another state or a country: "Florida" may mean either."""
    return name in _COUNTRIES or tuple(words_of(name)) in _states()

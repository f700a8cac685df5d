"""The names of a town's streets as a list to complete from; each list is called by a digest of what is in it."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import sha256

from app.representatives.streets.key import name_of
from app.representatives.streets.table import streets

_LETTERS = 16


def street_list_of(towns: Iterable[str]) -> tuple[str, ...]:
    """What the lists of these towns are called; a town that is not split has none."""
    return tuple(name for town in towns for name, of in _towns().items() if of == town)


def street_list(name: str) -> str | None:
    """The streets of the town whose list is called so, a line each."""
    town = _towns().get(name)
    return _names(town) if town else None


@cache
def _towns() -> Mapping[str, str]:
    return {sha256(_names(town).encode()).hexdigest()[:_LETTERS]: town for town in streets()}


@lru_cache(maxsize=16)
def _names(town: str) -> str:
    return "".join(f"{name_of(key)}\n" for key in streets()[town].keys())  # noqa: SIM118 - a method of ours

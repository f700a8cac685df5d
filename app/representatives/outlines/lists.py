"""The outlines of a town's districts as a list for browsers, each called by a digest of what is in it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache, lru_cache
from hashlib import sha256

from app.representatives.facts.tables import tables
from app.representatives.outlines.paths import path
from app.representatives.outlines.table import outlines
from models import Chamber

_LETTERS = 16


def outline_list_of(towns: Iterable[str]) -> tuple[str, ...]:
    """What the lists of these towns are called, each once."""
    return tuple(dict.fromkeys(_name(_geoids(town)) for town in towns))


def outline_list(name: str) -> str | None:
    """The list that is called so, as JSON: the grid, and each district's outline as the path of a picture."""
    geoids = _lists().get(name)
    return _written(geoids) if geoids else None


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return {_name(geoids): geoids for geoids in map(_geoids, tables().towns)}


def _geoids(town: str) -> tuple[str, ...]:
    return tuple(share.geoid for share in tables().towns[town].shares(Chamber.HOUSE))


def _name(geoids: tuple[str, ...]) -> str:
    return sha256(f"{outlines().digest} {geoids}".encode()).hexdigest()[:_LETTERS]


@lru_cache(maxsize=32)
def _written(geoids: tuple[str, ...]) -> str:
    districts = {geoid: path(outlines().rings(geoid)) for geoid in geoids}
    return json.dumps({"grid": asdict(outlines().grid), "districts": districts}, separators=(",", ":"))

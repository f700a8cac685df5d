"""Reads our tables of facts once and keeps them for the life of the process."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

from app.representatives.facts import reading_rows
from app.representatives.facts.records import Alias, ChineseNames, DistrictFacts, Person, Precinct, Town, ZipCode
from app.representatives.facts.spelling import normalise

Named = TypeVar("Named")

_FOLDER = Path(__file__).parents[1] / "tables"


@dataclass(frozen=True, slots=True)
class Tables:
    """Every fact about one state; `keys` and `aliases` are by look-up key in any language, `districts` by GEOID."""

    state: str
    as_of: date
    source: str
    towns: Mapping[str, Town]
    keys: Mapping[str, Town]
    precincts: Mapping[str, tuple[Precinct, ...]]
    zips: Mapping[str, ZipCode]
    aliases: Mapping[str, Alias]
    chinese: tuple[ChineseNames, ...]
    districts: Mapping[str, DistrictFacts]
    people: tuple[Person, ...]


_read: dict[str, Tables] = {}
_reading = Lock()


def tables(state: str = "MA") -> Tables:
    """The tables of one state, read on the first call (about 60 ms) and shared from then on.

    Whoever asks meanwhile waits for it: several threads that read them at once would each take as many times as long.

    Raises:
        FileNotFoundError: there are no tables for this state.
    """
    known = _read.get(state)
    if known is None:
        with _reading:
            known = _read.get(state) or _read.setdefault(state, read_tables(_FOLDER / state.lower()))
    return known


def read_tables(folder: Path) -> Tables:
    """Read the tables that `build` wrote into a folder."""
    provenance = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    roster = provenance["tables"]["people"][0]
    towns = reading_rows.towns(rows(folder / "places.csv"), rows(folder / "place_district.csv"))
    aliases = reading_rows.aliases(rows(folder / "aliases.csv"))
    chinese = tuple(reading_rows.chinese_names(row) for row in rows(folder / "chinese_names.csv"))
    return Tables(
        state=provenance["state"],
        as_of=date.fromisoformat(roster["date"]),
        source=f"{roster['source']} {roster['commit'][:7]}",
        towns=MappingProxyType({town.name: town for town in towns}),
        keys=_by_key({town.name: town for town in towns}, chinese),
        precincts=MappingProxyType(reading_rows.precincts(rows(folder / "precincts.csv"))),
        zips=MappingProxyType({row["zip"]: reading_rows.zip_code(row) for row in rows(folder / "zips.csv")}),
        aliases=_by_key({alias.name: alias for alias in aliases}, chinese),
        chinese=chinese,
        districts=MappingProxyType(
            {row["geoid"]: reading_rows.district(row) for row in rows(folder / "districts.csv")}
        ),
        people=tuple(reading_rows.person(row, provenance["state"]) for row in rows(folder / "people.csv")),
    )


def _by_key(named: Mapping[str, Named], chinese: Iterable[ChineseNames]) -> Mapping[str, Named]:
    in_chinese = {name: named[it.place] for it in chinese if it.place in named for name in it.names}
    return MappingProxyType(in_chinese | {normalise(name): it for name, it in named.items()})


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one of our CSV files, by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def town_names(state: str = "MA") -> tuple[str, ...]:
    """The official names of all municipalities, sorted: 351 in Massachusetts."""
    return tuple(sorted(tables(state).towns))


@cache
def chinese_town_names(state: str = "MA") -> tuple[str, ...]:
    """What the municipalities are called in Chinese, in simplified characters."""
    return tuple(it.names[0] for it in tables(state).chinese if it.place in tables(state).towns)

"""Compiles the streets of split towns: in which district each lies, or which of its numbers lie in which.

A line for a town names it, its districts and its areas (villages, neighborhoods); then comes a line for each street:
its key, a tab, and its places, parted by "/". A place begins with the number of its area and a colon, where it has one.
Districts are letters, in the order of the town's: "b" is a whole street, "14-150a 152-420b 41ab" are runs of numbers,
each of one side; where the source has two districts for one number, it has two letters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from app.representatives.build.sources import Row, Sources
from app.representatives.build.street_names import read_street
from app.representatives.streets.key import street_key
from models import Chamber

Place = tuple[str, str]  # a street's key, and its area


def compile_streets(sources: Sources) -> str:
    """Every split town with its streets; source: assessors' parcels, and Boston's own list of addresses."""
    by_town: dict[str, list[Row]] = defaultdict(list)
    for row in sources.streets:
        by_town[row["town"]].append(row)
    return "".join(line for town in sorted(by_town) for line in _town(sources, town, by_town[town]))


def _town(sources: Sources, town: str, rows: list[Row]) -> Iterator[str]:
    districts = sorted({sources.geoid(Chamber.HOUSE, name) for row in rows for name in _names(row)})
    letters = dict(zip(districts, ascii_lowercase, strict=False))
    places = _places(town, rows)
    areas = sorted({area for _, area in places} - {""})
    yield f"# {town}\t{' '.join(districts)}\t{'; '.join(areas)}\n"
    streets: dict[str, list[str]] = defaultdict(list)
    for (key, area), found in sorted(places.items()):
        where = f"{areas.index(area)}:" if area else ""
        codes = {id(row): "".join(letters[sources.geoid(Chamber.HOUSE, name)] for name in _names(row)) for row in found}
        streets[key].append(where + _numbers((row, codes[id(row)]) for row in found))
    for key, written in streets.items():
        yield f"{key}\t{'/'.join(written)}\n"


def _places(town: str, rows: Iterable[Row]) -> dict[Place, list[Row]]:
    """The rows of every street; what is written with a unit behind it counts only where nothing else is known."""
    streets: dict[Place, list[Row]] = defaultdict(list)
    remarks: dict[Place, list[Row]] = defaultdict(list)
    for row in rows:
        street = read_street(town, row["area"], row["street"])
        (remarks if street.is_remark else streets)[street_key(street.name), street.area].append(row)
    known = {key for key, _ in streets}
    return streets | {place: found for place, found in remarks.items() if place[0] not in known}


def _numbers(rows: Iterable[tuple[Row, str]]) -> str:
    """The whole street's districts, and its runs in order; a whole street says nothing beside runs that tell more."""
    whole: set[str] = set()
    runs: set[tuple[int, int, str]] = set()
    for row, codes in rows:
        if row["from"]:
            runs.add((int(row["from"]), int(row["to"]), codes))
        else:
            whole |= set(codes)
    whole -= {letter for _, _, codes in runs for letter in codes}
    written = [f"{first}-{last}{codes}" if first < last else f"{first}{codes}" for first, last, codes in sorted(runs)]
    return " ".join((["".join(sorted(whole))] if whole else []) + written)


def _names(row: Row) -> list[str]:
    return row["district"].split(" | ")

"""Makes residents from our own tables: so many in each part of each town as live there, each on a street of it.

No table says how many live on a street. Of the addresses from which it was compiled, a street in one district has 15,
and a run of numbers has a house at every fifth: so likely is each to be somebody's.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from app.cli.representatives.measure.residents import Resident
from app.representatives.facts.records import ZipCode
from app.representatives.facts.tables import tables
from app.representatives.streets.key import name_of
from app.representatives.streets.numbers import Run
from app.representatives.streets.table import StreetInArea, streets

SEED = 2026  # the same residents every time
WHOLE_STREET = 15.0  # houses
EVERY = 5  # numbers


@dataclass(frozen=True)
class Homes:
    """A street, or a run of its numbers, in one district, and how many houses are there."""

    street: str
    area: str
    run: Run | None
    houses: float

    def number(self, chance: Random) -> str:
        """The number of one of the houses; "" where none is known, and none matters."""
        return str(chance.randrange(self.run.first, self.run.last + 1, 2)) if self.run else ""


def made_residents(how_many: int) -> Iterator[Resident]:
    """Residents drawn by the population of each town's parts."""
    chance = Random(SEED)  # nosec B311 # repeatable on purpose, no secret
    parts = [(town, share) for town in tables().towns.values() for share in town.house]
    weights = [town.population * share.share for town, share in parts]
    for town, share in chance.choices(parts, weights, k=how_many):
        yield _resident(chance, town.name, share.geoid)


def _resident(chance: Random, town: str, geoid: str) -> Resident:
    if town not in streets():
        return Resident(geoid=geoid, town=town, typed=town, zip=_zip(chance, town, geoid, ""))
    (home,) = chance.choices(*_homes(town)[geoid])
    typed = home.area if home.area and chance.random() < 0.5 else town  # noqa: PLR2004 - every other one says it
    return Resident(
        geoid=geoid,
        town=town,
        typed=typed,
        street=home.street,
        number=home.number(chance),
        zip=_zip(chance, town, geoid, home.area),
    )


def _zip(chance: Random, town: str, geoid: str, area: str) -> str:
    """A ZIP code that reaches the district there, of the area's own post office where it is an area's."""
    codes = [it.code for it in _zips(town, geoid) if not area or it.post_office in {area, f"{area} Center"}]
    return chance.choice(codes) if codes else ""


@cache
def _zips(town: str, geoid: str) -> Sequence[ZipCode]:
    return [it for it in tables().zips.values() if it.tells_where and town in it.towns and geoid in it.house]


@cache
def _homes(town: str) -> dict[str, tuple[Sequence[Homes], Sequence[float]]]:
    """The homes of a town by district, and how likely each is."""
    found: dict[str, list[Homes]] = defaultdict(list)
    here = streets()[town]
    for key in here.keys():  # noqa: SIM118 - a method of ours
        for street in here.find(key):
            for letters, run, houses in _parts(street):
                for geoid in here.geoids_of(letters):
                    found[geoid].append(Homes(name_of(key), street.area, run, houses))
    return {geoid: (homes, [one.houses for one in homes]) for geoid, homes in found.items()}


def _parts(street: StreetInArea) -> Iterator[tuple[frozenset[str], Run | None, float]]:
    if street.numbers.whole:
        yield street.numbers.whole, None, WHOLE_STREET
    for run in street.numbers.runs:
        yield run.districts, run, 1 + (run.last - run.first) / 2 / EVERY

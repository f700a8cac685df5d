"""What a street says about where somebody lives: one district, or what has to be asked first, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.representatives.streets.key import name_of
from app.representatives.streets.likely import likely
from app.representatives.streets.table import StreetInArea, TownStreets, streets
from app.representatives.streets.typed import Reading, TypedStreet


class StreetFinding(StrEnum):
    """What came of looking a street up."""

    FOUND = "found"  # one district, beyond doubt
    DIVIDED = "divided"  # the house number decides, and was not given
    DOUBT = "doubt"  # even with the number: a line runs near
    ELSEWHERE = "elsewhere"  # it lies where nobody of this place or ZIP code lives
    SEVERAL = "several"  # of several streets of this name in different villages, neighborhoods or towns
    MEANT = "meant"  # not known by this name: did they mean one of these?
    UNKNOWN = "unknown"  # not known, and nothing is like it


@dataclass(frozen=True, slots=True)
class StreetAnswer:
    """A finding with the districts that are left; `street` is its name as we write it, "" where it is not known.

    `areas` are the villages, neighborhoods or towns to ask about, `meant` the streets that may have been meant.
    `number` is the house number that was understood.
    """

    finding: StreetFinding
    geoids: frozenset[str]
    street: str = ""
    areas: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Where a street is looked for: the towns, in which districts somebody may live there, and the area that is known.

    `whole` are the districts of towns that are not split, of whose streets nothing is known.
    """

    towns: tuple[TownStreets, ...]
    among: frozenset[str]
    area: str = ""
    whole: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A street within one area: what that area is called, and the districts left there."""

    area: str
    geoids: frozenset[str]


def look_up(typed: TypedStreet, where: Where) -> StreetAnswer:
    """What a street says, as it was typed."""
    chosen = dict(where.whole).get(where.area)
    if chosen:
        return StreetAnswer(StreetFinding.FOUND, frozenset({chosen}))
    for reading in typed.readings:
        parts = _parts(reading.key, reading.number, where)
        if parts:
            return _answer(reading, parts, where)
    if typed.corner:
        return _at_corner(typed.corner, where)
    return _not_known(typed.last, where)


def _parts(key: str, number: int | None, where: Where) -> list[_Part]:
    """The parts of a street by area; only those in the area that is known, if any is, and those that look like it."""
    found = [(town, street) for town in where.towns for street in town.find(key)]
    here = [(town, street) for town, street in found if where.area == _called(town, street)]
    if where.area and here:
        found = [*here, *(one for one in found if one not in here and _may_be_meant(one[1], here, number))]
    return [_part(town, street, number, where) for town, street in found]


def _may_be_meant(other: StreetInArea, here: Sequence[tuple[TownStreets, StreetInArea]], number: int | None) -> bool:
    """Whether a house may lie in another area than people say: there its number is known, and here no numbers are."""
    if number is None or any(street.numbers.runs for _, street in here):
        return False
    return any(run.has(number) for run in other.numbers.sides(number)[0])


def _called(town: TownStreets, street: StreetInArea) -> str:
    return street.area or town.town


def _part(town: TownStreets, street: StreetInArea, number: int | None, where: Where) -> _Part:
    letters = street.numbers.districts if number is None else street.numbers.at(number)
    return _Part(_called(town, street), town.geoids_of(letters) & where.among)


def _answer(reading: Reading, parts: Sequence[_Part], where: Where) -> StreetAnswer:
    name = name_of(reading.key)
    left = [part for part in parts if part.geoids]
    if not left:
        return StreetAnswer(StreetFinding.ELSEWHERE, where.among, name, number=reading.number)
    geoids = frozenset().union(*(part.geoids for part in left))
    elsewhere = where.whole if not where.area else ()
    if len(geoids) == 1 and not elsewhere:
        return StreetAnswer(StreetFinding.FOUND, geoids, name, number=reading.number)
    areas = tuple(dict.fromkeys((*(part.area for part in left), *(town for town, _ in elsewhere))))
    if len(areas) > 1 and where.area not in areas:
        geoids |= {geoid for _, geoid in elsewhere}
        return StreetAnswer(StreetFinding.SEVERAL, geoids, name, areas, number=reading.number)
    finding = StreetFinding.DIVIDED if reading.number is None else StreetFinding.DOUBT
    return StreetAnswer(finding, geoids, name, number=reading.number)


def _at_corner(corner: tuple[str, str], where: Where) -> StreetAnswer:
    """A corner is sure only where both streets lie in the same one district; else the first street is asked about."""
    first, second = (_parts(key, None, where) for key in corner)
    if not first:
        return _not_known(Reading(corner[0], None), where)
    answer = _answer(Reading(corner[0], None), [*first, *second], where)
    return answer if answer.finding is StreetFinding.FOUND else _answer(Reading(corner[0], None), first, where)


def _not_known(reading: Reading, where: Where) -> StreetAnswer:
    keys = likely([town.town for town in where.towns], reading.key) if reading.key else ()
    finding = StreetFinding.MEANT if keys else StreetFinding.UNKNOWN
    return StreetAnswer(finding, where.among, meant=tuple(name_of(key) for key in keys), number=reading.number)


def streets_of(towns: Sequence[str]) -> tuple[TownStreets, ...]:
    """The tables of those towns that are split."""
    return tuple(streets()[town] for town in towns if town in streets())

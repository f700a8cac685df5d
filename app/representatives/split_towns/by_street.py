"""Narrows a split town, a village in one, or a ZIP code by the street on which somebody lives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.language.sentences import Sentence, sentence
from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables
from app.representatives.places.options import options
from app.representatives.places.placing import reach_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind, said_place
from app.representatives.places.settling import DIVIDED, IN_ANY, IN_ONE
from app.representatives.streets.finding import StreetAnswer, StreetFinding, Where, look_up, streets_of
from app.representatives.streets.typed import read_typed
from models import Chamber
from voice_flows.names import Label

WHY: Mapping[StreetFinding, Sentence] = {
    StreetFinding.DOUBT: sentence("At that number of %(street)s we cannot be sure on which side of the line you live."),
    StreetFinding.ELSEWHERE: sentence("%(street)s does not lie in this part of %(place)s."),
    StreetFinding.SEVERAL: sentence("There is more than one %(street)s in %(place)s."),
    StreetFinding.MEANT: sentence("We know no street of just that name in %(place)s."),
    StreetFinding.UNKNOWN: sentence(
        "We know no street of that name in %(place)s. It may be new or private, or go by another name."
    ),
}


@dataclass(frozen=True, slots=True)
class SaidStreet:
    """What somebody said of their street: its name and house number, the neighborhood if asked, and a ZIP code."""

    street: str
    number: str = ""
    area: str = ""
    zip: str = ""


def asks_street(place: Resolution) -> bool:
    """Whether the street can tell the districts of this place apart."""
    return place.kind is ResolutionKind.CHOOSE and bool(streets_of(place.towns))


def by_street(place: Resolution, said: SaidStreet) -> tuple[Resolution, StreetAnswer]:
    """The place as far as a street decides it, and what came of looking it up; for a place of which `asks_street`."""
    known, place = place, _in_all_districts(place)
    house = _house(place)
    answer = look_up(read_typed(said.street, said.number), _where(place, house, said))
    if not answer.street:
        place = known
    geoids = tuple(it for it in place.geoids if house[it] & answer.geoids)
    narrowed = replace(
        place,
        options=tuple(option for option in place.options if option.geoid in geoids),
        why=_why(place, answer, len(geoids)),
    )
    if answer.finding is StreetFinding.FOUND and len(geoids) == 1:
        return narrowed.settled(geoids[0], HowFound.STREET), answer
    if place.chamber is Chamber.SENATE and len(geoids) == 1 and answer.street:
        return narrowed.settled(geoids[0], HowFound.STREET), replace(answer, finding=StreetFinding.FOUND)
    return narrowed, answer


def _in_all_districts(place: Resolution) -> Resolution:
    """A neighborhood of the table with every district of its town: its streets reach beyond its ZIP codes."""
    if not any(place.place.name in town.areas for town in streets_of(place.towns)):
        return place
    return replace(place, options=options(reach_of(place.towns, place.chamber), place.towns, place.chamber))


def _house(place: Resolution) -> dict[str, frozenset[str]]:
    """The House districts in which those of each option may live: itself, or those that share a precinct with it."""
    if place.chamber is Chamber.HOUSE:
        return {geoid: frozenset({geoid}) for geoid in place.geoids}
    rows = [row for town in place.towns for row in tables().precincts[town]]
    return {geoid: frozenset(row.house for row in rows if row.senate == geoid) for geoid in place.geoids}


def _where(place: Resolution, house: Mapping[str, frozenset[str]], said: SaidStreet) -> Where:
    among = frozenset().union(*house.values())
    towns = streets_of(place.towns)
    whole = [name for name in place.towns if not streets_of((name,))]
    return Where(
        towns=towns,
        among=among,
        area=said.area or _area(place.place, said.zip, {name for town in towns for name in town.areas}),
        whole=tuple((name, geoid) for name in whole for geoid in reach_of((name,), Chamber.HOUSE) & among),
    )


def _area(label: Label, zip_code: str, areas: set[str]) -> str:
    """The area that a place is, or in whose post office all its ZIP codes are: Back Bay's are in Boston's own."""
    if label.name in areas - set(tables().towns):  # Boston is the whole city, where somebody says so
        return label.name
    alias = tables().aliases.get(normalise(label.name))
    known = label.zip_code or zip_code[:5]
    codes = (known,) if known else alias.zips if alias else ()
    offices = {tables().zips[code].post_office.removesuffix(" Center") for code in codes if code in tables().zips}
    return offices.pop() if len(offices) == 1 and offices <= areas else ""


def _why(place: Resolution, answer: StreetAnswer, many: int) -> Sentence:
    where = said_place(place.place)
    if answer.finding is StreetFinding.FOUND:
        lies = IN_ONE if many == 1 else IN_ANY
        return lies[place.chamber].filled(place=answer.street or where, many=many)
    if answer.finding is StreetFinding.DIVIDED:
        return DIVIDED[Chamber.HOUSE].filled(place=answer.street, many=len(answer.geoids))
    return WHY[answer.finding].filled(street=answer.street, place=where)

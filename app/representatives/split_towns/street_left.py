"""What a street left open, without the street: so that a page is read again and nothing says where somebody lives."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.language.sentences import Sentence, sentence
from app.representatives.places.options import options
from app.representatives.places.placing import reach_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind, said_place
from app.representatives.places.settling import IN_ANY, IN_ONE
from app.representatives.split_towns.by_street import SaidStreet, by_street
from app.representatives.streets.finding import StreetAnswer, StreetFinding, streets_of

Part = tuple[StreetFinding, tuple[str, ...]]  # what is known of a part of town, and the districts that are left there

THAT_STREET = sentence("That street")
WHY: Mapping[StreetFinding, Sentence] = {
    StreetFinding.DIVIDED: sentence("That street lies in several districts, and the house number decides."),
    StreetFinding.DOUBT: sentence("At that number we cannot be sure on which side of the line you live."),
    StreetFinding.ELSEWHERE: sentence("That street does not lie in this part of %(place)s."),
    StreetFinding.SEVERAL: sentence("There is more than one street of that name in %(place)s."),
    StreetFinding.MEANT: sentence("We know no street of just that name in %(place)s."),
    StreetFinding.UNKNOWN: sentence(
        "We know no street of that name in %(place)s. It may be new or private, or go by another name."
    ),
}


@dataclass(frozen=True, slots=True)
class StreetLeft:
    """The districts by GEOID that are left in these `towns`, and what came of the street.

    `areas` are the parts of town to ask about, where the street's name stands in several: each with its own. `area` is
    the one that was chosen.
    """

    finding: StreetFinding
    towns: tuple[str, ...]
    geoids: tuple[str, ...]
    areas: Mapping[str, Part] = field(default_factory=dict)
    area: str = ""


def left_by(place: Resolution, said: SaidStreet) -> StreetLeft:
    """What a street leaves of a place of which `asks_street`; each part of town is looked up at once."""
    narrowed, answer = by_street(place, said)
    parts = {area: by_street(place, replace(said, area=area)) for area in answer.areas}
    areas = {area: (found.finding, there.geoids) for area, (there, found) in parts.items()}
    named = {name for town in streets_of(place.towns) for name in town.areas} | set(place.towns)
    chosen = said.area if said.area in named else ""
    return StreetLeft(answer.finding, place.towns, narrowed.geoids, areas, chosen)


def as_left(place: Resolution, left: StreetLeft, *, narrowed_since: bool) -> tuple[Resolution, StreetAnswer] | None:
    """The place as the street left it; None if that was another place.

    A place that was narrowed since, by a ZIP code, stays so.
    """
    if place.kind is not ResolutionKind.CHOOSE or left.towns != place.towns:
        return None
    reach = reach_of(place.towns, place.chamber)
    geoids = frozenset(left.geoids) & reach
    geoids = (geoids & frozenset(place.geoids) if narrowed_since else geoids) or geoids
    if not geoids:
        return None
    narrowed = replace(
        place, options=options(geoids, place.towns, place.chamber), why=_why(place, left.finding, len(geoids))
    )
    answer = StreetAnswer(left.finding, geoids, areas=tuple(left.areas))
    if left.finding is StreetFinding.FOUND and len(geoids) == 1:
        return narrowed.settled(next(iter(geoids)), HowFound.STREET), answer
    return narrowed, answer


def in_area(left: StreetLeft, area: str) -> StreetLeft:
    """What is left where this part of town was chosen; the same where none, or another."""
    if area not in left.areas:
        return left
    finding, geoids = left.areas[area]
    return StreetLeft(finding, left.towns, geoids, area=area)


def _why(place: Resolution, finding: StreetFinding, many: int) -> Sentence:
    if finding is StreetFinding.FOUND:
        return (IN_ONE if many == 1 else IN_ANY)[place.chamber].filled(place=THAT_STREET, many=many)
    return WHY[finding].filled(place=said_place(place.place))

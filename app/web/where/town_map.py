"""A map of a town from which somebody chooses their representative."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.calls.whom.search import Found
from app.representatives import Candidate, Drawn, Picture, ResolutionKind, picture
from models import Chamber


@dataclass(frozen=True)
class Part:
    """A district in the picture; `number` and `person` only where somebody here may live in it."""

    drawn: Drawn
    number: int | None
    person: Candidate | None


@dataclass(frozen=True)
class TownMap:
    """The picture, and those who may be chosen in it, numbered in their order."""

    picture: Picture
    candidates: tuple[Candidate, ...]

    @property
    def parts(self) -> Iterator[Part]:
        """Every district in the picture."""
        numbered = {person.geoid: (number, person) for number, person in enumerate(self.candidates, 1)}
        for drawn in self.picture.districts:
            number, person = numbered.get(drawn.geoid, (None, None))
            yield Part(drawn=drawn, number=number, person=person)

    @property
    def to_choose(self) -> list[Part]:
        """Those that may be chosen, by their numbers."""
        return sorted((part for part in self.parts if part.number), key=lambda part: part.number or 0)


def town_map(found: Found) -> TownMap | None:
    """The map for a question among House districts; of the Senate's no lines are known."""
    place = found.resolution
    if place.kind is not ResolutionKind.CHOOSE or place.chamber is not Chamber.HOUSE:
        return None
    drawn = picture(place.towns)
    known = {one.geoid for one in drawn.districts}
    return TownMap(drawn, found.candidates) if known.issuperset(place.geoids) else None

"""Counts by chamber: how many of how many, where they are too many."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.representatives.facts.records import Person
from app.representatives.importing.plan import Plan
from models import Chamber


class TooMany(NamedTuple):
    """A chamber's name, how many of it, of how many, and their share."""

    chamber: str
    some: int
    every: int

    @property
    def share(self) -> str:
        """12.5%."""
        return f"{self.some / self.every:.1%}"


def by_chamber(plan: Plan, people: Iterable[Person]) -> Counter[Chamber]:
    """How many of these people sit in each chamber."""
    return Counter(plan.districts[person.geoid].chamber for person in people)


def too_many(some: Mapping[Chamber, int], every: Mapping[Chamber, int], most: float) -> Iterator[TooMany]:
    """The chambers in which these are more than this share of all."""
    for chamber in Chamber:
        if some[chamber] > most * every[chamber]:
            yield TooMany(chamber.title(), some[chamber], every[chamber])


def place(plan: Plan, geoid: str) -> str:
    """5th Hampden (House)."""
    district = plan.districts[geoid]
    return f"{district.name} ({district.chamber.title()})"

"""Whom a supporter calls: their representative if what they typed decides it, else the question to ask."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.representatives import Candidate, HowFound, Resolution, ResolutionKind, candidates, directory, resolve
from models import Chamber

QUESTIONS = frozenset({ResolutionKind.CHOOSE, ResolutionKind.CONFIRM})


@dataclass(frozen=True)
class Found:
    """What came of looking: `chosen` is the one seat to call, if there is one and it was not guessed."""

    resolution: Resolution
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None

    @property
    def town(self) -> str:
        """The town, or what the words were taken to mean where that is no single town."""
        towns = self.resolution.towns
        return towns[0] if len(towns) == 1 else self.resolution.place or "Massachusetts"

    @property
    def place(self) -> str:
        """What the words were taken to mean: the village rather than its town."""
        return self.resolution.place or self.town

    @property
    def is_question(self) -> bool:
        """Whether the supporter must choose."""
        return self.resolution.kind in QUESTIONS


def whom(session: Session, town: str, chamber: Chamber, district: str) -> Found:
    """Look the town up. `district` is the GEOID that the supporter chose among the candidates, if they did."""
    resolution = resolve(town, chamber=chamber)
    if resolution.kind is ResolutionKind.CHOOSE and district in resolution.geoids:
        resolution = resolution.settled(district, HowFound.CHOSEN)
    people = candidates(resolution, directory(session))
    decided = resolution.kind is ResolutionKind.FOUND and len(people) == 1
    return Found(resolution, people, people[0] if decided else None)

"""Whom a supporter calls: their representative if what they typed decides it, else the question to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.geocoding import NoGeocoder
from app.representatives import (
    Candidate,
    Directory,
    HowFound,
    Resolution,
    ResolutionKind,
    candidates,
    directory,
    resolve,
)
from app.web.deciding import Decision, decide
from app.web.form import Typed
from models import Chamber

QUESTIONS = frozenset({ResolutionKind.CHOOSE, ResolutionKind.CONFIRM})
MANY = 6  # so many to choose from, and where they live is asked first
WHOLE = 0.99  # the shares of a town's districts, rounded, add up to at least this


@dataclass(frozen=True)
class Found:
    """What came of looking: `chosen` is the one seat to call, if there is one and it was not guessed.

    `problems` are sentences by field. `senator` speaks for people whose chosen seat is vacant, if known.
    """

    resolution: Resolution
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    problems: Mapping[str, str] = field(default_factory=dict)
    senator: Candidate | None = None

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

    @property
    def are_many(self) -> bool:
        """Whether there are too many candidates to begin with them."""
        return len(self.candidates) >= MANY

    @property
    def shares_tell(self) -> bool:
        """Whether the candidates' shares are those of one whole town, and few enough to tell them apart."""
        whole = sum(one.share for one in self.candidates) >= WHOLE
        return whole and len(self.resolution.towns) == 1 and not self.are_many

    @property
    def asks_zip(self) -> bool:
        """Whether a ZIP code is not what this was found by."""
        return self.resolution.how is not HowFound.ZIP


def whom(session: Session, town: str, chamber: Chamber, district: str) -> Found:
    """Look a town up. `district` is the GEOID that was chosen among the candidates, if one was."""
    typed = Typed(town=town, district=district)
    return who_sits(session, decide(resolve(town, chamber=chamber), typed, NoGeocoder().locate), typed)


def who_sits(session: Session, decision: Decision, typed: Typed) -> Found:
    """Those who sit for the districts that are left."""
    roster = directory(session)
    people = candidates(decision.place, roster)
    chosen = people[0] if decision.place.kind is ResolutionKind.FOUND and len(people) == 1 else None
    senator = _senator(roster, decision, typed) if chosen and chosen.vacant else None
    return Found(decision.place, people, chosen, decision.problems, senator)


def _senator(roster: Directory, decision: Decision, typed: Typed) -> Candidate | None:
    """Their senator, where that is beyond doubt, for those whose seat in the House is vacant."""
    if decision.place.chamber is Chamber.SENATE:
        return None
    place = resolve(typed.town, zip_code=typed.zip, chamber=Chamber.SENATE)
    if decision.senate in place.geoids:
        place = place.settled(decision.senate, HowFound.ADDRESS)
    return candidates(place, roster)[0] if place.kind is ResolutionKind.FOUND else None

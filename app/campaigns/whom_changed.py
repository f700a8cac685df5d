"""Use cases of organizers: who is on a campaign's list, in which order, and how people stand to what it asks.

Each says what becomes of one person, whatever else somebody else changes in the same moment, so that nobody's work is
in anybody's way. A person is known by every row under which they ever sat.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from app.campaigns.editions.content import Whom
from app.campaigns.editions.prepare import save
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.versions import CampaignChangedError
from app.representatives import Seat


class Mark(StrEnum):
    """How somebody stands to what the campaign asks."""

    WITH_US = "with-us"
    AGAINST = "against"
    UNKNOWN = "unknown"


class Move(StrEnum):
    """What becomes of somebody's place on the list."""

    ADD = "add"
    FIRST = "first"
    UP = "up"
    DOWN = "down"
    OFF = "off"


@dataclass(frozen=True)
class Marking:
    """Which mark somebody was shown, and which they chose."""

    was: Mark
    wanted: Mark


@dataclass(frozen=True)
class Person:
    """The row in which somebody sits now, or last sat, and all of theirs."""

    id: int
    ids: frozenset[int]

    @classmethod
    def of(cls, holder_id: int, sitting: Mapping[int, Seat]) -> "Person":
        """Who was meant by any of their rows; `sitting` says where everybody sits now."""
        seat = sitting.get(holder_id)
        return cls(seat.holder.id, seat.holder.ids) if seat and seat.holder else cls(holder_id, frozenset({holder_id}))

    def without(self, holder_ids: Iterable[int]) -> tuple[int, ...]:
        """The others of these."""
        return tuple(each for each in holder_ids if each not in self.ids)


def mark_of(whom: Whom, person: Person) -> Mark:
    """How this person is marked."""
    if person.ids & set(whom.with_us):
        return Mark.WITH_US
    return Mark.AGAINST if person.ids & set(whom.against) else Mark.UNKNOWN


def marked(whom: Whom, person: Person, mark: Mark) -> Whom:
    """With this person marked so."""
    if mark_of(whom, person) is mark:
        return whom
    with_us, against = person.without(whom.with_us), person.without(whom.against)
    more = (person.id,)
    return replace(
        whom,
        with_us=tuple(sorted(with_us + more)) if mark is Mark.WITH_US else with_us,
        against=tuple(sorted(against + more)) if mark is Mark.AGAINST else against,
    )


def marked_anew(whom: Whom, markings: Mapping[Person, Marking]) -> Whom:
    """With everybody marked as was chosen of what was shown.

    Raises:
        CampaignChangedError: somebody else marked one of them otherwise meanwhile.
    """
    for person, marking in markings.items():
        if marking.wanted is marking.was:
            continue
        if mark_of(whom, person) not in (marking.was, marking.wanted):
            raise CampaignChangedError
        whom = marked(whom, person, marking.wanted)
    return whom


def moved(whom: Whom, person: Person, move: Move) -> Whom:
    """With this person elsewhere on the list. Who is to be added and is on it already stays where they are."""
    place = next((nth for nth, each in enumerate(whom.listed) if each in person.ids), None)
    others = person.without(whom.listed)
    match move:
        case Move.OFF:
            return replace(whom, listed=others)
        case Move.ADD if place is not None:
            return whom
        case Move.ADD:
            place = len(others)
        case Move.FIRST if place is not None:
            place = 0
        case Move.UP if place is not None:
            place = max(place - 1, 0)
        case Move.DOWN if place is not None:
            place = place + 1
    return whom if place is None else replace(whom, listed=(*others[:place], person.id, *others[place:]))


def change_whom(session: Session, campaign_id: int, change: Callable[[Whom], Whom], *, by: str, now: datetime) -> bool:
    """Prepare what this makes of whom the campaign calls; False if it leaves that as it is."""
    prepared = prepared_edition(session, campaign_id, lock=True)
    whom = change(prepared.content.whom)
    if whom == prepared.content.whom:
        return False
    save(session, prepared, replace(prepared.content, whom=whom), by=by, now=now)
    return True

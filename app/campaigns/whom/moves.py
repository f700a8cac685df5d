"""Who is on a campaign's list, and in which order."""

from dataclasses import replace
from enum import StrEnum

from app.campaigns.editions.content import Whom
from app.campaigns.whom.person import Person


class Move(StrEnum):
    """What becomes of somebody's place on the list."""

    ADD = "add"
    FIRST = "first"
    UP = "up"
    DOWN = "down"
    OFF = "off"


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

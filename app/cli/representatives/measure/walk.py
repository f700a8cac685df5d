"""Walks a resident through the pages: each question is answered from what they know, until nothing is left to ask."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.calls.whom.said import Said
from app.calls.whom.search import Found
from app.cli.representatives.measure.recognizing import recognized_area, recognized_street, recognized_town
from app.cli.representatives.measure.residents import Resident
from app.representatives import ResolutionKind

MOST_PAGES = 8
Ask = Callable[[Said], Found]


class Ending(StrEnum):
    """How a walk ends."""

    SURE = "sure"
    CHOOSING = "choosing"  # among names, theirs being one of them
    WRONG = "wrong"  # another's district, or theirs not among those to choose from
    DEAD_END = "dead_ends"  # no way on from a page


@dataclass(frozen=True)
class Walked:
    """How it ended for a resident, and after how many pages of questions beyond the first."""

    resident: Resident
    ending: Ending
    questions: int


def walk(resident: Resident, ask: Ask) -> Walked:
    """Walk one resident to the end."""
    said = Said(town=resident.first_words)
    for questions in range(MOST_PAGES):
        found = ask(said)
        if found.in_turn:
            is_theirs = found.in_turn[0].person.geoid == resident.geoid
            return Walked(resident, Ending.SURE if is_theirs else Ending.WRONG, questions)
        answer = _answer(resident, said, found)
        if answer is None:
            return _without_answer(resident, found, questions)
        said = answer
    return Walked(resident, Ending.DEAD_END, MOST_PAGES)


def _without_answer(resident: Resident, found: Found, questions: int) -> Walked:
    if not found.candidates:
        return Walked(resident, Ending.DEAD_END, questions)
    is_there = resident.geoid in {person.geoid for person in found.candidates}
    return Walked(resident, Ending.CHOOSING if is_there else Ending.WRONG, questions + 1)


def _answer(resident: Resident, said: Said, found: Found) -> Said | None:
    """What they send next; None where they know nothing that is asked."""
    if found.resolution.kind in {ResolutionKind.CONFIRM, ResolutionKind.UNKNOWN}:
        town = recognized_town(resident, found.resolution.towns) or resident.town
        return Said(town=town) if town and town != said.town else None
    if found.resolution.kind is not ResolutionKind.CHOOSE:
        return None
    return _of_street(resident, replace(said, looks_up=True), found) or _by_zip(resident, said, found)


def _of_street(resident: Resident, said: Said, found: Found) -> Said | None:
    match found.asks_of_street:
        case "name" if resident.street:
            return replace(said, street=resident.street, number=resident.number, zip=found.zip)
        case "several" if found.street:
            area = recognized_area(resident, found.street.areas)
            return replace(said, area=area) if area else None
        case "meant" if found.street:
            street = recognized_street(resident, found.street.meant)
            return replace(said, street=street) if street else None
        case _:
            return None


def _by_zip(resident: Resident, said: Said, found: Found) -> Said | None:
    if not (resident.zip and found.asks_zip and not said.zip):
        return None
    is_known = found.street and found.street.street
    return replace(said, zip=resident.zip, looks_up=True, street=said.street if is_known else "")

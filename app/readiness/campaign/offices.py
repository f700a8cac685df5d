"""Whether every office that a campaign calls has a line."""

from collections.abc import Iterator, Sequence

from app.calls.whom.offices_in_turn import CHAMBERS, as_reached, listed_in_turn
from app.campaigns.in_force import CampaignWords
from app.representatives import Candidate, Directory, in_seat

MOST_NAMED = 5


def open_offices(words: CampaignWords, facts: Directory) -> Iterator[str]:
    """Who cannot be called, and why."""
    listed = _listed(words, facts)
    if words.whom_to_call.calls_list and not listed:
        yield "The list of whom to call is empty: put somebody on it."
    people = [*_own(words, facts), *listed]
    yield from _told([one for one in people if one.vacant], "Nobody holds the seat of")
    yield from _told([one for one in people if not one.vacant and not one.lines], "There is no telephone number of")


def _own(words: CampaignWords, facts: Directory) -> list[Candidate]:
    """Whoever speaks for some supporter, in every district."""
    chambers = CHAMBERS[words.whom_to_call]
    return [as_reached(words, in_seat(seat)) for seat in facts.seats.values() if seat.chamber in chambers]


def _listed(words: CampaignWords, facts: Directory) -> list[Candidate]:
    return [one.person for one in listed_in_turn(words, facts)] if words.whom_to_call.calls_list else []


def _told(people: Sequence[Candidate], what: str) -> Iterator[str]:
    if people:
        names = ", ".join(str(one.representative) for one in people[:MOST_NAMED])
        more = f" and {len(people) - MOST_NAMED} more" if len(people) > MOST_NAMED else ""
        yield f"{what} {names}{more}: supporters there hear that."

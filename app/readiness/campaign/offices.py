"""Whether every office that a campaign calls has a line."""

from collections.abc import Iterator, Sequence

from app.calls.whom.offices_in_turn import CHAMBERS, listed_in_turn
from app.campaigns.in_force import CampaignWords
from app.representatives import Candidate, Directory, in_seat
from models import WhomToCall

MOST_NAMED = 5


def open_offices(words: CampaignWords, facts: Directory) -> Iterator[str]:
    """Who cannot be called, and why."""
    people = _called(words, facts)
    if not people:
        yield "The list of whom to call is empty, so nobody can be called."
    yield from _told([one for one in people if one.vacant], "Nobody holds the seat of")
    yield from _told([one for one in people if not one.vacant and not one.lines], "There is no telephone number of")


def _called(words: CampaignWords, facts: Directory) -> list[Candidate]:
    if words.whom_to_call is WhomToCall.LISTED:
        return [one.person for one in listed_in_turn(words, facts)]
    chambers = CHAMBERS[words.whom_to_call]
    return [in_seat(seat) for seat in facts.seats.values() if seat.chamber in chambers]


def _told(people: Sequence[Candidate], what: str) -> Iterator[str]:
    if people:
        names = ", ".join(str(one.representative) for one in people[:MOST_NAMED])
        more = f" and {len(people) - MOST_NAMED} more" if len(people) > MOST_NAMED else ""
        yield f"{what} {names}{more}: supporters there hear that."

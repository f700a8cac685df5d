"""Facts that a step speaks of and that change while people wait: looked up whenever the call is at that step."""

from collections.abc import Callable, Mapping
from typing import Any

from app.calls.shown.call import CallFacts
from app.calls.steps import at_the_office, on_the_hotline
from app.calls.steps.at_hand import AtHand

Look = Callable[[AtHand, CallFacts, int], Mapping[str, Any]]

LOOKS: Mapping[str, Look] = {
    "waits_turn": at_the_office.how_many_before,
    "closed": at_the_office.when_it_opens,
    "closed_again": at_the_office.when_it_opens,
    "located": on_the_hotline.what_came_of_it,
    "located_again": on_the_hotline.what_came_of_it,
    "picked": on_the_hotline.what_came_of_it,
    "place_picked": on_the_hotline.what_came_of_it,
    "senator_wanted": on_the_hotline.what_came_of_it,
    "last_time": on_the_hotline.who_it_was,
    "have_booking": on_the_hotline.when_it_is,
}


def look(own: AtHand, call: CallFacts, step: str, rank: int) -> Mapping[str, Any]:
    """The facts of a step; most need none."""
    found = LOOKS.get(step)
    return found(own, call, rank) if found else {}

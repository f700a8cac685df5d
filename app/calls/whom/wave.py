"""On a day of action, who is offered at this hour: whoever is in their wave, else whose wave comes first."""

from dataclasses import replace
from datetime import datetime

from app.calls.hours.action_days import today
from app.calls.whom.search import Found
from app.campaigns.action.day import ActionDays
from models import PassedOver


def offered_now(found: Found, days: ActionDays, now: datetime) -> Found:
    """The same, without those who come later; all of them once no wave is to come any more that day."""
    day = today(days, now)
    if day is None:
        return found
    turns = {one.person.geoid: day.turn(one.person.geoid, now) for one in found.in_turn if not one.passed_over}
    first = min((turn for turn in turns.values() if turn is not None), default=None)
    if first is None:
        return found
    in_turn = (
        replace(one, passed_over=PassedOver.OTHER_TURN) if turns.get(one.person.geoid, first) != first else one
        for one in found.in_turn
    )
    return replace(found, in_turn=tuple(in_turn))

"""The forms by which a campaign is started, paused, let go on, and ended."""

from datetime import date, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.campaigns.state.moves import Move
from app.organizers.campaigns.state.moments import MOMENT, later_day, later_moment
from app.serving.forms import Form, Text, Ticked, Wrong
from models import CampaignState

NOT_SURE = "Tick this if it is to end: an ended campaign does not start again."
NOT_SURE_OF_NUMBER = "Tick this if it is to go: whoever calls back then no longer reaches this campaign."


def _sure(typed: str, info: ValidationInfo) -> bool:
    if info.data.get("state") is CampaignState.ARCHIVED and not typed:
        raise Wrong(NOT_SURE)
    return bool(typed)


Day = Annotated[date | None, MOMENT, PlainValidator(later_day)]


def _lets_go(typed: str, info: ValidationInfo) -> bool:
    if info.data.get("goes") and not typed:
        raise Wrong(NOT_SURE_OF_NUMBER)
    return bool(typed)


class NumberForm(Form):
    """Until when a number stays with a campaign that has ended, or that it is to go."""

    number_kept_until: Day
    goes: Ticked
    lets_go: Annotated[bool, Text(limit=20), PlainValidator(_lets_go)]


class MoveForm(Form):
    """How the campaign is to stand; a pause may say until when, an end for how long its number stays with it."""

    state: Annotated[CampaignState, Text(limit=20)]
    back_at: Annotated[datetime | None, MOMENT, PlainValidator(later_moment)]
    number_kept_until: Day
    sure: Annotated[bool, Text(limit=20), PlainValidator(_sure)]

    def move(self, usual: date) -> Move:
        """What was meant; `usual` is until when a number is kept of which nothing was said."""
        match self.state:
            case CampaignState.PAUSED:
                return Move(self.state, back_at=self.back_at)
            case CampaignState.ARCHIVED:
                return Move(self.state, number_kept_until=self.number_kept_until or usual)
            case _:
                return Move(self.state)

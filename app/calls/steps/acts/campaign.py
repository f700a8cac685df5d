"""What a caller may ask of the campaign itself: when it rings again."""

from sqlalchemy import select

from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.language.moments.said import moment_said
from models import Campaign


def when_it_goes_on(own: AtHand, call: CallFacts, _rank: int) -> Facts:
    """For the words of a campaign that rests, or has not begun."""
    back_at = own.session.scalar(select(Campaign.back_at).where(Campaign.id == call.campaign_id))
    return Facts(back=moment_said(back_at, call.language)) if back_at else NO_FACTS

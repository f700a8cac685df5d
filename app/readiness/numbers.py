"""Whether whoever dials a campaign's number reaches us."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.guard.phone_numbers import national
from app.readiness.check import About, Check, Weight
from app.readiness.outside import Outside
from app.telephony.number_setup import NumberSetup
from models import Campaign, CampaignState

RUN_HOTLINE = "Run: flask hotline"


def number_checks(session: Session, outside: Outside, base_url: str) -> Iterator[Check]:
    """What is not right with the campaigns' numbers.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    wanted = NumberSetup.hotline(base_url)
    for number in campaign_numbers(session):
        setup = outside.setup_of(number)
        if setup is None:
            yield not_owned(number)
        elif setup.voice_url != wanted.voice_url:
            yield _told(f"Whoever dials {national(number)} does not reach Ringdown.")
        elif setup != wanted:
            yield _told(f"The carrier does not tell us when callers of {national(number)} hang up.")


def campaign_numbers(session: Session) -> list[str]:
    """The numbers of the campaigns that have not ended, each once."""
    query = (
        select(Campaign.phone_number)
        .where(Campaign.state != CampaignState.ARCHIVED, Campaign.phone_number != "")
        .distinct()
    )
    return list(session.scalars(query.order_by(Campaign.phone_number)))


def not_owned(number: str) -> Check:
    """The account does not own this number."""
    sentence = f"The carrier's account does not own {national(number)}."
    return _told(sentence, "Buy that number there, or give the campaign another.")


def _told(sentence: str, cure: str = RUN_HOTLINE) -> Check:
    return Check(About.NUMBERS, Weight.WARNS, sentence, cure)

"""Use cases: give a campaign one of the account's numbers, and take it back."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.versions import next_version
from app.carrier_setup.kept import kept_setup
from app.carrier_setup.looked import Looked, LookedNumber
from app.telephony.account.api import NumbersApi
from app.telephony.number_setup import NumberSetup
from models import Campaign, CampaignState

NO_NUMBER = ""


class NumberNotGiven(Exception):
    """The campaign has the number that it had before: a sentence that says what to do."""


@dataclass(frozen=True)
class Owner:
    """Whose a number is."""

    campaign_id: int
    slug: str


def free_numbers(session: Session, looked: Looked) -> list[LookedNumber]:
    """Those that a campaign can be given: they take calls, and are no other's."""
    taken = owners(session)
    return [one for one in looked.numbers or () if one.has_voice and one.e164 not in taken]


def owners(session: Session) -> dict[str, Owner]:
    """Which campaign has which number: one that has ended keeps its own until somebody gives it away."""
    held = select(Campaign).where(Campaign.phone_number != NO_NUMBER)
    ended_first = held.order_by(Campaign.state != CampaignState.ARCHIVED, Campaign.id)
    return {one.phone_number: Owner(one.id, one.slug) for one in session.scalars(ended_first)}


def connect_number(numbers: NumbersApi, number: str, setup: NumberSetup) -> None:
    """Have the carrier ask this server about the number's calls. Asks outside: let go of the database before.

    Raises:
        NumberNotGiven: the account does not own it, or it takes no calls.
        CarrierError: the carrier gave no answer.
    """
    mine = numbers.find(number)
    if mine is None:
        raise NumberNotGiven("The carrier's account does not own this number any more. Choose another.")
    if not mine.has_voice:
        raise NumberNotGiven("This number takes no calls, so it cannot be shown to anybody. Choose another.")
    numbers.connect(number, setup)


def give_number(session: Session, campaign_id: int, number: str) -> bool:
    """Let the campaign ring from this number, which is connected; False if it does already.

    Raises:
        NumberNotGiven: another campaign has it.
    """
    kept_setup(session, lock=True)  # one after the other, whichever campaign it is for
    next_version(session, campaign_id)
    campaign = session.get_one(Campaign, campaign_id, populate_existing=True)
    owner = owners(session).get(number)
    if owner and owner.campaign_id != campaign_id:
        raise NumberNotGiven(
            f"The campaign “{owner.slug}” has this number. Take it back there first, or choose another."
        )
    if campaign.phone_number == number:
        return False
    campaign.phone_number = number
    return True


def take_number_back(session: Session, campaign_id: int) -> bool:
    """Leave the campaign without a number; False if it has none.

    Raises:
        NumberNotGiven: it is live, and would ring nobody any more; or it has ended.
    """
    campaign = session.get_one(Campaign, campaign_id, populate_existing=True)
    if campaign.state is CampaignState.LIVE:
        raise NumberNotGiven("The campaign is live, and rings from this number. Pause it first.")
    if campaign.state is CampaignState.ARCHIVED:
        raise NumberNotGiven("The campaign has ended, and people call back: its number is given away where it stands.")
    if campaign.phone_number == NO_NUMBER:
        return False
    next_version(session, campaign_id)
    campaign.phone_number = NO_NUMBER
    return True

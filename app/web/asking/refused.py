"""Where nobody is rung because of the number: whoever typed it is told the same in any case, whose it is the reason."""

from dataclasses import dataclass

import structlog

from app.calls.errors import AlreadyAgreed, CallInFlight
from app.calls.shown.own_calls import own_calls
from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.language.sentences import Sentence, sentence
from app.limits.errors import (
    CannotPlace,
    DoNotCallError,
    NotASupporter,
    PlacingPaused,
    RangInVain,
    TooManyCalls,
    TooManyNumbers,
)
from app.limits.rings.number import ring_limits
from app.limits.rings.number_now import number_now
from app.store.db import db
from app.web.asking.call_pages import address_of, calls_here
from app.web.asking.not_again import IN_A_CALL, IN_VAIN, OFTEN, asked_often, why_now

# By these one could learn of a number that it is blocked, limited, or in a call: as organizers count them.
UNTOLD: dict[type[CannotPlace], str] = {
    DoNotCallError: "asked-for-peace",
    NotASupporter: "never-rung",
    PlacingPaused: "carrier-refuses",
    CallInFlight: "in-a-call",
    AlreadyAgreed: "agreed-already",
    TooManyCalls: "rung-often",
    RangInVain: "rang-in-vain",
    TooManyNumbers: "many-numbers",
}
OF_THE_NUMBER = tuple(UNTOLD)
AGREED = sentence("We are to ring this number already when the office opens. Dial us to keep or cancel that.")
MANY = sentence(
    "From your internet connection we rang as many different numbers as we may for now. Try again in an hour, or "
    "tomorrow."
)
# What is the same for all; of the others it is looked up how long they hold.
WHY: dict[type[CannotPlace], Sentence] = {
    AlreadyAgreed: AGREED,
    CallInFlight: IN_A_CALL,
    RangInVain: IN_VAIN,
    TooManyNumbers: MANY,
}

log = structlog.get_logger()


@dataclass(frozen=True)
class Reason:
    """Why a number is not rung, for the browser of whose it is; and where the call is that it may tell of."""

    sentence: Sentence
    call_page: str


def reason_for(error: CannotPlace, campaign: CampaignWords, phone: str) -> Reason | None:
    """The reason, if this browser may know it. The log has it in any case, without the number."""
    slug, campaign_id = campaign.slug, campaign.id
    log.info("number_not_rung", campaign=slug, why=UNTOLD[type(error)])
    calls = own_calls(db.session, calls_here(), phone, given().vault)
    call = next((one for one in calls if one.may_tell(error)), None)
    if call:
        return Reason(WHY.get(type(error)) or _looked_up(phone, campaign_id), address_of(slug, call.id))
    return Reason(OFTEN, address_of(slug, calls[0].id)) if asked_often(calls) else None


def _looked_up(phone: str, campaign_id: int) -> Sentence:
    own = given()
    number = number_now(db.session, phone, campaign_id, own.vault, limits=ring_limits(own.settings), now=own.clock())
    return why_now(number, phone) or OFTEN


def began_calls_to(phone: str) -> bool:
    """Whether this browser began calls to this number."""
    return bool(own_calls(db.session, calls_here(), phone, given().vault))

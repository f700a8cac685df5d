"""Where nobody is rung because of the number: whoever typed it is told the same in any case, whose it is the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from app.calls.errors import AlreadyAgreed, CallInFlight
from app.calls.shown.own_calls import OwnCall, own_calls
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
from app.limits.rate import AN_HOUR
from app.store.db import db
from app.web.asking.call_pages import address_of, calls_here

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
WHY: dict[type[CannotPlace], Sentence] = {
    DoNotCallError: sentence("This number asked us never to call it again."),
    AlreadyAgreed: sentence(
        "We are to ring this number already when the office opens. Dial us to keep or cancel that."
    ),
    CallInFlight: sentence("We are ringing this number already. Wait until that call is over."),
    TooManyCalls: sentence("We rang this number as often as we may for now. Try again in an hour, or tomorrow."),
    RangInVain: sentence("We rang this number, and nobody pressed 1."),
}

log = structlog.get_logger()


@dataclass(frozen=True)
class Reason:
    """Why a number is not rung, for the browser of whose it is; and where the call is that it may tell of."""

    sentence: Sentence
    call_page: str


def reason_for(error: CannotPlace, slug: str, phone: str) -> Reason | None:
    """The reason, if this browser may know it. The log has it in any case, without the number."""
    log.info("number_not_rung", campaign=slug, why=UNTOLD[type(error)])
    calls = own_calls(db.session, calls_here(), phone, given().vault)
    call = next((one for one in calls if one.may_tell(error)), None)
    if call:
        return Reason(WHY[type(error)], address_of(slug, call.id))
    return Reason(WHY[TooManyCalls], address_of(slug, calls[0].id)) if _were_enough(calls) else None


def _were_enough(calls: Sequence[OwnCall]) -> bool:
    """Whether this browser itself asked as often within the hour as is allowed: it is that, whatever else is so."""
    own = given()
    return len([one for one in calls if one.created_at > own.clock() - AN_HOUR]) >= own.settings.calls_per_hour


def began_calls_to(phone: str) -> bool:
    """Whether this browser began calls to this number."""
    return bool(own_calls(db.session, calls_here(), phone, given().vault))

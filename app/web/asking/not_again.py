"""Why a number is not rung again just now, and from when on it is: on the page of a call of whoever has that phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.calls.shown.call import CallFacts
from app.calls.shown.own_calls import OwnCall, own_calls
from app.extensions import given
from app.language.moments.written import moment_written
from app.language.sentences import Sentence, counted, sentence
from app.limits.hours.quiet import after_quiet, zones_of
from app.limits.never_again import rung_number
from app.limits.rate import AN_HOUR
from app.limits.rings.number import ring_limits
from app.limits.rings.number_now import NumberNow, number_now
from app.serving.page_languages import page_language
from app.store.db import db
from app.web.asking.call_pages import address_of, calls_here
from models import IN_FLIGHT

PEACE = sentence("This number asked us never to call it again.")
PEACE_FOR_A_DAY = sentence(
    "Somebody dialed us and asked us not to call this number for a day. Try again %(when)s or later."
)
NO_SUPPORTER = sentence(
    "This number is on a list of those that we ring for nobody. If it is yours, please tell whoever runs this campaign."
)
PAUSED = sentence("The telephone company does not ring this number for us just now, which is not because of you.")
OFTEN = sentence("We rang this number as often as we may for now. Try again in an hour, or tomorrow.")
OFTEN_UNTIL = sentence("We rang this number as often as we may for now. Try again %(when)s or later.")
IN_A_CALL = sentence("We are ringing this number already. Wait until that call is over.")
IN_VAIN = sentence("We rang this number, and nobody pressed 1.")

A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class NotAgain:
    """What a call's page says of its number, once it is over; nothing where nobody need know, or may.

    `left` says how many tries stay. `call_page` is where the call is that is why. `may_ask_peace` says that 1 was
    pressed on this call.
    """

    why: Sentence | None = None
    left: Sentence | None = None
    call_page: str = ""
    has_peace_for_good: bool = False
    may_ask_peace: bool = False

    @property
    def may_try(self) -> bool:
        """Whether it is of use to ask again. Who is asked first why it rang in vain is rung afterwards."""
        return not self.has_peace_for_good and self.why in {None, IN_VAIN}


def not_again(call: CallFacts, slug: str) -> NotAgain:
    """What may be said on this call's page, in the browser that asks for it."""
    own, here = given(), db.session
    phone = rung_number(own.vault, call)
    if phone is None:
        return NotAgain()
    calls = own_calls(here, {call.id, *calls_here()}, phone, own.vault)
    if not any(one.has_pressed_one for one in calls):
        return NotAgain(OFTEN if asked_often(calls) else None)
    number = number_now(here, phone, call.campaign_id, own.vault, limits=ring_limits(own.settings), now=own.clock())
    may_ask = any(one.has_pressed_one for one in calls if one.id == call.id)
    if number.has_peace and number.peace_until is None:
        return NotAgain(has_peace_for_good=may_ask, why=None if may_ask else PEACE)
    if call.rehearsal:
        return NotAgain(may_ask_peace=may_ask)
    other = next((one for one in calls if one.status in IN_FLIGHT), None)
    why = why_now(number, phone, is_in_a_call=other is not None)
    page = address_of(slug, other.id) if other and why is IN_A_CALL else ""
    return NotAgain(why, None if why else _left(number.left), page, may_ask_peace=may_ask)


def _left(times: int) -> Sentence:
    return counted(
        "We may ring this number once more for now.", "We may ring this number %(num)s times more for now.", times
    )


def why_now(number: NumberNow, phone: str, *, is_in_a_call: bool = False) -> Sentence | None:
    """Why it is not rung, for whoever has that phone; None where it is."""
    whys: tuple[tuple[object, Sentence], ...] = (
        (number.has_peace and number.peace_until is None, PEACE),
        (number.has_peace, PEACE_FOR_A_DAY),
        (number.is_no_supporter, NO_SUPPORTER),
        (number.is_paused, PAUSED),
        (is_in_a_call, IN_A_CALL),
        (number.again_at, OFTEN_UNTIL),
        (number.is_silent, IN_VAIN),
    )
    why = next((why for is_so, why in whys if is_so), None)
    until = {PEACE_FOR_A_DAY: number.peace_until, OFTEN_UNTIL: number.again_at}.get(why) if why else None
    return why.filled(when=_when(until, phone)) if why and until else why


def _when(moment: datetime, phone: str) -> str:
    """A moment from which on it rings again: by day, and never before it is so."""
    keeps_hours = not given().settings.always_open
    day = after_quiet(moment, zones_of(phone)) if keeps_hours else None
    begun = (day or moment).replace(second=0, microsecond=0)
    return moment_written(begun if begun >= (day or moment) else begun + A_MINUTE, page_language().code)


def asked_often(calls: Sequence[OwnCall]) -> bool:
    """Whether this browser itself asked as often within the hour as is allowed: it is that, whatever else is so."""
    own = given()
    return len([one for one in calls if one.created_at > own.clock() - AN_HOUR]) >= own.settings.calls_per_hour

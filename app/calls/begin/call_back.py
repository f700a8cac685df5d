"""Rings a number of which something was asked that its owner alone may ask: to be left in peace, to be forgotten.

Nobody has strangers rung so: a number is rung so once or twice a month, by day, and within all limits of a number.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Select, select
from sqlalchemy.orm import Session

from app.calls.life.beginning import Beginning, NewCall
from app.calls.life.to_ring import job_values, rings
from app.calls.queue.agreed import rings_until
from app.guard.phone_vault import PhoneVault
from app.limits.hours.quiet import is_quiet, zones_of
from app.limits.numbers import ONLY_FOR_GOOD, STRANGERS, keep_number, stranger
from app.limits.pauses import about_known, concerning, paused_by
from app.limits.placing import not_placed
from app.limits.rate import Limit, admit, give_back
from app.limits.rings.number import RingLimits, marks_of, rung_often
from app.limits.table import RUNG_FOR_PEACE, RUNG_TO_FORGET
from app.store.once import Once, param
from models import CallSource, CallStatus, Campaign, CampaignState, EventSource

HOW_OFTEN = {CallSource.CALL_BACK: RUNG_FOR_PEACE, CallSource.FORGETTING: RUNG_TO_FORGET}
IN_THE_WAY = ("asked_not_to", "is_no_supporter", "why_not", "paused_by", "is_often")
_BEGIN = Beginning(rings)


@dataclass(frozen=True)
class Wanted:
    """Which number is to be rung, in which language, and what that takes; `source` says what its owner is asked."""

    campaign_id: int
    campaign_version: int
    language: str
    more_time: bool
    phone: str
    vault: PhoneVault
    now: datetime
    rings: RingLimits
    keeps_hours: bool
    source: CallSource = CallSource.CALL_BACK
    by: EventSource = EventSource.KEYPAD

    @property
    def limit(self) -> Limit:
        """How often a number may be rung so."""
        return HOW_OFTEN[self.source]


def call_back(session: Session, wanted: Wanted) -> bool:
    """Have it rung as soon as it is its turn; False, and nothing is written, where it is not to be rung now."""
    line = _may_be_rung(session, wanted)
    return line is not None and _is_counted(session, wanted) and _begin(session, wanted, line)


def _may_be_rung(session: Session, wanted: Wanted) -> str | None:
    """The campaign's own number, if the other may be rung now. Whose peace is for a day is asked whether it lasts."""
    if wanted.keeps_hours and is_quiet(wanted.now, zones_of(wanted.phone)):
        return None
    told = _LOOKED.rows(
        session,
        **stranger(wanted.phone, wanted.vault, ONLY_FOR_GOOD),
        campaign_id=wanted.campaign_id,
        **marks_of(wanted.vault, wanted.phone),
        now=wanted.now,
        **wanted.rings.values(wanted.now),
    )
    return told[0]["line"] if told and not any(told[0][why] for why in IN_THE_WAY) else None


def _select_what_stands_in_the_way() -> Select[*tuple[object, ...]]:
    concerned = concerning(Campaign.id, about_known())
    paused = paused_by(concerned, param("now", DateTime(timezone=True))).label("paused_by")
    often = rung_often().label("is_often")
    mine = (Campaign.id == param("campaign_id", BigInteger), Campaign.state == CampaignState.LIVE)
    return select(Campaign.phone_number.label("line"), *STRANGERS, not_placed(Campaign.id), paused, often).where(*mine)


_LOOKED = Once(_select_what_stands_in_the_way)


def _is_counted(session: Session, wanted: Wanted) -> bool:
    """That it rings counts as any ring does, too."""
    return admit(session, wanted.vault, wanted.limit, wanted.phone, now=wanted.now)


def _begin(session: Session, wanted: Wanted, line: str) -> bool:
    """Few are rung back at once: they stand in the line of the campaign's own number. None is that is rung already."""
    call = NewCall(
        campaign_id=wanted.campaign_id,
        campaign_version=wanted.campaign_version,
        source=wanted.source,
        language=wanted.language,
        more_time=wanted.more_time,
        waits_for=line,
        waits_since=wanted.now,
        ring_until=rings_until(wanted.now, keeps_place=False),
    )
    keep_number(call, wanted.phone, wanted.vault)
    made = _BEGIN.of(session, call, CallStatus.REQUESTED, source=wanted.by, **job_values())
    if made is None:
        give_back(session, wanted.limit.values(wanted.vault, wanted.phone, wanted.now))
    return made is not None

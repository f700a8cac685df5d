"""Who stands first: in one office's line, or of all who could be rung now; with all that it takes to ring them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    ScalarSelect,
    Select,
    String,
    and_,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.calls.life.refusals import why_ended
from app.calls.queue.agreed import NOW_MEANS, still_wanted
from app.calls.queue.carrier import NOTHING, wait_for_turn
from app.calls.queue.order import how_many_before, how_many_hold
from app.limits.holds.standing import OF_CAMPAIGNS, is_held, why_held
from app.limits.hours.quiet import is_quiet
from app.limits.pauses import about, concerning, holds, paused_by
from app.limits.rings.campaign import CampaignLimits, rang_enough_now
from app.store.job_queue import is_deferred
from app.store.once import Once, Row, param
from app.store.rows import by_name
from app.telephony.faults import fault_of
from models import (
    TO_ITS_OWNER,
    USUAL_AT_ONCE,
    Call,
    CalledOffice,
    CallStatus,
    Campaign,
    CampaignState,
    EndReason,
    Leg,
    LinePace,
    WhyHeld,
)

RING_NEXT = "ring_next"  # the job that rings whoever waits longest, at the carrier's next moment

CALL_ID = param("call_id", BigInteger)
NUMBER = param("number", String)
NOW = param("now", Call.created_at.type)
CONCERNED = concerning(Call.campaign_id, about(Call.phone_hash))


@dataclass(frozen=True)
class First:
    """A call that is to be rung, in the line of `number`; a rehearsal stands in none.

    `carrier_wait` is how long it is until the carrier may be asked; where a job `is_deferred` for that moment,
    it rings whoever waits longest. `holders` is with how many office holders the supporter may talk, `more_time` that
    they are to be waited for longer. `paused_by` is the carrier's code for which nobody is rung now, `was_refused` says
    that it refused lately; `held_by` is for what we ring nobody. It `stands` whatever a caller ID asked for since: its
    time was agreed on, or it is to hear from the number's owner.
    """

    id: int
    rehearsal: bool
    number: str | None
    phone_encrypted: bytes | None
    campaign_id: int
    newest_version: int
    geoid: str | None
    holders: int
    more_time: bool
    is_live: bool
    is_wanted: bool
    carrier_wait: timedelta
    is_deferred: bool
    paused_by: int | None
    was_refused: bool
    stands: bool
    held_by: WhyHeld | None

    @property
    def has_no_turn(self) -> bool:
        """Whether others come before, or the carrier may not be asked yet."""
        return not self.rehearsal and (self.is_deferred or self.carrier_wait > NOTHING)

    @property
    def waits_for_money(self) -> bool:
        """Whether it keeps its place until calls under way have ended: they may cost all that is left."""
        return self.held_by is WhyHeld.BUDGET_RESERVED and not self.rehearsal

    def why_not(self, now: datetime, *, keeps_hours: bool) -> EndReason | None:
        """Why it is not to be rung any more: its campaign rests, it waited too long, nobody is rung, or it is night."""
        if not self.is_live:
            return EndReason.CAMPAIGN_NOT_LIVE
        if not self.is_wanted:
            return EndReason.WAITED_TOO_LONG
        if self.paused_by is not None and not self.rehearsal:
            return why_ended(fault_of(self.paused_by))
        if self.held_by and not self.rehearsal and not self.waits_for_money:
            return EndReason.OUT_OF_BUDGET if self.held_by is WhyHeld.BUDGET_SPENT else EndReason.HELD
        return EndReason.QUIET_HOURS if keeps_hours and not self.rehearsal and is_quiet(now) else None


def first_beside(session: Session, call_id: int, now: datetime) -> First | None:
    """Who stands first where this call stands."""
    return _first(_BESIDE.row(session, call_id=call_id, **_since(now)))


def first_in_line(session: Session, number: str, now: datetime) -> First | None:
    """Who stands first in the number's line."""
    return _first(_IN_LINE.row(session, number=number, **_since(now)))


def longest_waiting(session: Session, now: datetime, limits: CampaignLimits) -> Sequence[First]:
    """Of all whose office's line has room, and whose campaign may ring, the two who have waited longest."""
    return [by_name(First, row) for row in _LONGEST.rows(session, **_since(now), **limits.values(now))]


def in_vain(session: Session, now: datetime, *, keeps_hours: bool) -> Mapping[int, EndReason]:
    """Of those who stand first in their line, who is not to be rung any more, and why."""
    rows = _IN_VAIN.rows(session, is_night=keeps_hours and is_quiet(now), **_since(now))
    firsts = [by_name(First, row) for row in rows]
    why = {first.id: first.why_not(now, keeps_hours=keeps_hours) for first in firsts}
    return {call_id: why_not for call_id, why_not in why.items() if why_not}


def handed_over(session: Session, call_id: int, now: datetime) -> First | None:
    """This call, if it was handed to the carrier and nothing was heard of it since."""
    return _first(_HANDED_OVER.row(session, call_id=call_id, **_since(now)))


def is_live() -> ColumnElement[bool]:
    """Beside a call: whether its campaign rings anybody."""
    return exists().where(Campaign.id == Call.campaign_id, Campaign.state == CampaignState.LIVE)


def _since(now: datetime) -> dict[str, datetime]:
    return {"now": now, "since": now - NOW_MEANS}


def _first(row: Row | None) -> First | None:
    return by_name(First, row) if row else None


def _select(*only_if: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    holders = select(func.count(CalledOffice.nth.distinct())).where(
        CalledOffice.call_id == Call.id, CalledOffice.office_line_id.is_not(None)
    )
    return select(
        Call.id,
        Call.rehearsal,
        Call.waits_for.label("number"),
        Call.phone_encrypted,
        Call.campaign_id,
        select(Campaign.version).where(Campaign.id == Call.campaign_id).scalar_subquery().label("newest_version"),
        _called_now().label("geoid"),
        func.greatest(holders.correlate(Call).scalar_subquery(), 1).label("holders"),
        Call.more_time,
        is_live().label("is_live"),
        still_wanted().label("is_wanted"),
        wait_for_turn().label("carrier_wait"),
        is_deferred(RING_NEXT).label("is_deferred"),
        paused_by(CONCERNED, NOW).label("paused_by"),
        exists().where(CONCERNED).label("was_refused"),
        or_(Call.ring_at.is_not(None), Call.source.in_(TO_ITS_OWNER)).label("stands"),
        why_held(Call.campaign_id).label("held_by"),
    ).where(*only_if)


def _called_now() -> ScalarSelect[str]:
    """The district of the office that the call has come to."""
    here = (CalledOffice.call_id == Call.id, CalledOffice.rank == Call.office_at)
    return select(CalledOffice.district_geoid).where(*here).correlate(Call).scalar_subquery()


def waits(call: type[Call]) -> ColumnElement[bool]:
    """Whether a call stands in a line, and its supporter's phone is to ring."""
    return and_(call.waits_for.is_not(None), call.ended_at.is_(None), call.status == CallStatus.REQUESTED)


def _first_id(number: ColumnElement[str] | InstrumentedAttribute[str | None]) -> ScalarSelect[int]:
    """Who has waited longest for their phone to ring, of those who wait for a number."""
    other = aliased(Call)
    first = select(other.id).where(other.waits_for == number, waits(other))
    return first.order_by(other.waits_since, other.id).limit(1).scalar_subquery()


def _beside() -> Select[*tuple[object, ...]]:
    mine = aliased(Call)
    which = case((mine.rehearsal, mine.id), else_=_first_id(mine.waits_for))
    return _select(Call.id == select(which).where(mine.id == CALL_ID).scalar_subquery())


def _first_of_each(*only_if: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    """First which numbers are waited for, then who is first there: so a long line is read no further."""
    numbers = select(Call.waits_for).where(waits(Call)).distinct().subquery()
    joined = _select(*only_if).select_from(numbers).join(Call, Call.id == _first_id(numbers.c.waits_for))
    return joined.order_by(Call.waits_since, Call.id)


def _longest() -> Select[*tuple[object, ...]]:
    room = func.coalesce(LinePace.at_once, USUAL_AT_ONCE) - how_many_hold(Call.waits_for)
    rests = func.coalesce(LinePace.rests_until > NOW, False)
    has_money = ~is_held(Call.campaign_id, (WhyHeld.BUDGET_RESERVED,))
    of_each = _first_of_each(~rests, has_money, how_many_before() < room, ~rang_enough_now(Call.campaign_id))
    return of_each.outerjoin(LinePace, LinePace.e164 == Call.waits_for).limit(2)


def _is_in_vain() -> ColumnElement[bool]:
    is_paused = exists().where(CONCERNED, holds(NOW))
    is_ended = is_held(Call.campaign_id, tuple(why for why in OF_CAMPAIGNS if why is not WhyHeld.BUDGET_RESERVED))
    return or_(~is_live(), ~still_wanted(), is_paused, is_ended, param("is_night", Boolean))


_WAITS_TO_BE_RUNG = Call.status == CallStatus.REQUESTED
_BESIDE = Once(lambda: _beside().where(_WAITS_TO_BE_RUNG))
_IN_LINE = Once(lambda: _select(Call.id == _first_id(NUMBER)))
_LONGEST = Once(_longest)
_IN_VAIN = Once(lambda: _first_of_each(_is_in_vain()))
_HANDED_OVER = Once(
    lambda: _select(Call.id == CALL_ID, Call.status == CallStatus.DIALING, ~exists().where(Leg.call_id == Call.id))
)

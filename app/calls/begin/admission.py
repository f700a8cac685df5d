"""What may stand in the way of a call: looked up by the very statement that writes it down, and told if it does not."""

from collections.abc import Mapping

from sqlalchemy import (
    CTE,
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    String,
    and_,
    case,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from app.calls.begin.request import CallRequest, Placing
from app.calls.errors import CallInFlight, CampaignChanged, FormUsed, OfficeHadEnough, QuietHours
from app.calls.hours.quiet import is_quiet
from app.calls.life.beginning import Admission, NewCall
from app.calls.life.status import STATUS
from app.calls.queue.admit import HELD, LINE, LINE_NOW, NUMBER, Wanted, long_wait_of, waits
from app.calls.queue.enough import had_enough
from app.campaigns.at_door import AS_SEEN
from app.clock import eastern_day
from app.limits.errors import PlacingPaused, TooManyCalls, TooManyNumbers
from app.limits.numbers import STRANGERS, refuse_stranger, stranger
from app.limits.pauses import concerning, paused_by
from app.limits.placing import NOT_PLACED
from app.limits.rate import Limit, counted, give_back, often_enough
from app.limits.visitors import asked, take_back
from app.store.once import Row, param
from models import Call, CallSource, CallStatus, Limited

REHEARSAL, IS_TIME = param("rehearsal", Boolean), param("is_time", Boolean)


def admission() -> Admission:
    """A rehearsal rings nobody, so that nothing is counted for it, and little is in its way."""
    before = _before()
    by_visitor = asked(before, and_(~REHEARSAL, *_may_begin(before), *_may_ring(before)))
    is_asked = exists(select(by_visitor.c.visitor_hash))
    once_more = counted(before, is_asked)
    is_counted = exists(select(once_more.c.purpose))
    rehearses = and_(REHEARSAL, *_may_begin(before))
    admitted = select(before.c.is_as_seen).where(or_(is_counted, rehearses)).cte("admitted")
    in_the_way = (before.c[name] for name in IN_THE_WAY)
    is_so = (IS_TIME.label("is_time"), is_asked.label("is_asked"), is_counted.label("is_counted"))
    told = (*in_the_way, *waits(before), *is_so)
    return Admission(before, admitted, told)


OF_NUMBER = ("asked_not_to", "is_no_supporter", "is_in_flight", "is_often")
IN_THE_WAY = ("twin_id", "twin_phone_hash", "is_as_seen", "why_not", "paused_by", "had_enough", *OF_NUMBER)


def _before() -> CTE:
    twin = aliased(Call)
    of_twin = (twin.id.label("twin_id"), twin.phone_hash.label("twin_phone_hash"))
    paused, in_flight = _paused_by().label("paused_by"), _in_flight().label("is_in_flight")
    enough = had_enough(NUMBER, param("day", Date), HELD).label("had_enough")
    of_number = (*STRANGERS, in_flight, often_enough().label("is_often"), NOT_PLACED, paused, enough)
    looked = select(*of_twin, AS_SEEN.label("is_as_seen"), *of_number, *LINE_NOW)
    return looked.select_from(LINE.outerjoin(twin, twin.form_nonce == param("form_nonce", String))).cte("before")


def _paused_by() -> ColumnElement[int]:
    """The carrier's code for which nobody is rung now; who is rung later need not care."""
    concerned = concerning(param("campaign_id", BigInteger), param("phone_hash", LargeBinary))
    now = param("now", DateTime(timezone=True))
    return case((STATUS == CallStatus.REQUESTED, paused_by(concerned, now)))


def _in_flight() -> ColumnElement[bool]:
    """Whether another call is under way to this number."""
    others = (Call.phone_hash == param("phone_hash", LargeBinary), Call.ended_at.is_(None), ~Call.rehearsal)
    rung_now = (Call.source != CallSource.HOTLINE, Call.status != CallStatus.SCHEDULED)
    return and_(STATUS == CallStatus.REQUESTED, exists().where(*others, *rung_now))


def _may_begin(before: CTE) -> tuple[ColumnElement[bool], ...]:
    return before.c.twin_id.is_(None), before.c.is_as_seen, IS_TIME


def _may_ring(before: CTE) -> tuple[ColumnElement[bool], ...]:
    of_number = (before.c[name] for name in OF_NUMBER)
    _, _, is_soon = waits(before)
    are_placed = (before.c.why_not.is_(None), before.c.paused_by.is_(None), ~before.c.had_enough)
    return *are_placed, is_soon, *(~it for it in of_number)


def looks_at(call: NewCall, request: CallRequest, placing: Placing) -> dict[str, object]:
    """Its parameters beside those of the call itself, for one that stands in a line already, or has its time."""
    now = placing.clock()
    wanted = Wanted(call.waits_for, placing.calls_per_second, keeps_place=request.keeps_place)
    limit = Limit(Limited.RINGS, placing.calls_per_hour)
    return {
        **request.campaign.values(),
        **stranger(request.phone, placing.vault, now),
        **limit.values(placing.vault, request.phone, now),
        **placing.visitor.values(placing.vault, now),
        **wanted.values(now),
        "day": eastern_day(now),
        "is_time": call.ring_at is not None or not (placing.keeps_hours and is_quiet(now)),
    }


def twin_in(told: Row, phone_hash: bytes | None, request: CallRequest) -> int | None:
    """The call of the same form, if there is one.

    Raises:
        FormUsed: it rang another number, or is none of theirs.
    """
    twin: int | None = told["twin_id"]
    if twin is None:
        return None
    is_known = request.knows(twin)
    if told["twin_phone_hash"] != phone_hash or not is_known:
        raise FormUsed(is_known=is_known)
    return twin


def refuse_by(told: Row, *, rehearsal: bool) -> None:
    """Say why no call was written down, if anything was in its way; else another was faster.

    Raises:
        CannotPlace: the first of all reasons.
    """
    if not told["is_as_seen"]:
        raise CampaignChanged
    if not told["is_time"]:
        raise QuietHours
    if not rehearsal:
        _refuse(told)


def _refuse(told: Row) -> None:
    """What is so whatever the number comes first: else one could tell from it that a number is not blocked."""
    if told["why_not"]:
        raise CampaignChanged
    if told["had_enough"]:
        raise OfficeHadEnough
    wait = long_wait_of(told)
    if wait:
        raise wait
    _refuse_number(told)


def _refuse_number(told: Row) -> None:
    refuse_stranger(told)
    if told["paused_by"] is not None:
        raise PlacingPaused(told["paused_by"])
    if told["is_in_flight"]:
        raise CallInFlight
    if told["is_often"]:
        raise TooManyCalls
    if not told["is_asked"]:
        raise TooManyNumbers


def let_go_of(session: Session | Connection, told: Row, call: NewCall, looked: Mapping[str, object]) -> None:
    """Let what was counted count no more, by the parameters of `looks_at`: another call was faster."""
    if told["is_asked"]:
        take_back(session, call.form_nonce, looked)
    if told["is_counted"]:
        give_back(session, looked)

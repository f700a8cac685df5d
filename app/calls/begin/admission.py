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
    Integer,
    Label,
    String,
    and_,
    case,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from app.calls.begin.request import CallRequest, Placing
from app.calls.errors import AlreadyAgreed, CallInFlight, CampaignChanged, FormUsed, OfficeHadEnough, QuietHours
from app.calls.life.beginning import Admission, NewCall
from app.calls.life.status import STATUS
from app.calls.queue.admit import HELD, LINE, LINE_NOW, NUMBER, Wanted, long_wait_of, waits
from app.calls.queue.enough import had_enough
from app.campaigns.action.share import had_share
from app.campaigns.at_door import AS_SEEN
from app.clock import eastern_day
from app.guard.keys.days import Marks
from app.guard.phone_vault import PhoneVault
from app.limits.errors import CampaignRangEnough, PlacingPaused, RangInVain, TooManyCalls, TooManyNumbers
from app.limits.holds.standing import is_flooded
from app.limits.hours.quiet import is_quiet, zones_of
from app.limits.numbers import STRANGERS, refuse_stranger, stranger
from app.limits.pauses import about_known, concerning, paused_by
from app.limits.placing import not_placed
from app.limits.rings.campaign import rang_enough_today
from app.limits.rings.number import is_silent, rung_often
from app.limits.visitors import asked, take_back
from app.store.once import Row, any_mark, mark_array, param
from models import Call, CallSource, CallStatus

REHEARSAL, IS_TIME = param("rehearsal", Boolean), param("is_time", Boolean)


def admission() -> Admission:
    """A rehearsal rings nobody, so that nothing is counted for it, and little is in its way."""
    before = _before()
    by_visitor = asked(before, and_(~REHEARSAL, *_may_begin(before), *_may_ring(before)))
    is_asked = exists(select(by_visitor.c.visitor_hash))
    rehearses = and_(REHEARSAL, *_may_begin(before))
    admitted = select(before.c.is_as_seen).where(or_(is_asked, rehearses)).cte("admitted")
    in_the_way = (before.c[name] for name in IN_THE_WAY)
    is_so = (IS_TIME.label("is_time"), (~IS_NOW).label("is_later"), is_asked.label("is_asked"))
    told = (*in_the_way, *waits(before), *is_so)
    return Admission(before, admitted, told)


OF_NUMBER = ("asked_not_to", "is_no_supporter", "is_in_flight", "is_often", "is_silent")
OF_OTHERS = ("rang_enough", "had_enough")  # the campaign, the office
IN_THE_WAY = ("twin_id", "twin_phone_hash", "is_as_seen", "why_not", "paused_by", *OF_OTHERS, *OF_NUMBER)
IS_NOW = STATUS == CallStatus.REQUESTED


def _before() -> CTE:
    twin = aliased(Call)
    of_twin = (twin.id.label("twin_id"), twin.phone_hash.label("twin_phone_hash"))
    paused, in_flight = _paused_by().label("paused_by"), _in_flight().label("is_in_flight")
    often = and_(IS_NOW, rung_often()).label("is_often")
    silent = and_(~param("picks_up", Boolean), is_silent()).label("is_silent")
    of_number = (*STRANGERS, in_flight, often, silent)
    full = had_enough(NUMBER, param("day", Date), HELD, param("office_a_day", Integer))
    share = and_(IS_NOW, had_share(param("day", Date), param("district", String)))
    enough = or_(full, is_flooded(param("district", String)), share).label("had_enough")
    rang_enough = and_(IS_NOW, rang_enough_today()).label("rang_enough")
    of_others = (_not_placed(), paused, rang_enough, enough)
    looked = select(*of_twin, AS_SEEN.label("is_as_seen"), *of_number, *of_others, *LINE_NOW)
    return looked.select_from(LINE.outerjoin(twin, twin.form_nonce == param("form_nonce", String))).cte("before")


def _not_placed() -> Label[str | None]:
    return not_placed(param("campaign_id", BigInteger))


def _paused_by() -> ColumnElement[int]:
    """The carrier's code for which nobody is rung now; who is rung later need not care."""
    concerned = concerning(param("campaign_id", BigInteger), about_known())
    now = param("now", DateTime(timezone=True))
    return case((STATUS == CallStatus.REQUESTED, paused_by(concerned, now)))


def _in_flight() -> ColumnElement[bool]:
    """Whether another call is under way to this number; for one that is rung later, whether another is agreed on."""
    others = (Call.phone_hash == any_mark("phone_marks"), Call.ended_at.is_(None), ~Call.rehearsal)
    we_ring = or_(Call.source != CallSource.HOTLINE, Call.ring_at.is_not(None))
    return exists().where(*others, we_ring, (Call.status != CallStatus.SCHEDULED) == IS_NOW)


def _may_begin(before: CTE) -> tuple[ColumnElement[bool], ...]:
    return before.c.twin_id.is_(None), before.c.is_as_seen, IS_TIME


def _may_ring(before: CTE) -> tuple[ColumnElement[bool], ...]:
    of_number = (before.c[name] for name in OF_NUMBER)
    _, _, is_soon = waits(before)
    are_placed = (before.c.why_not.is_(None), before.c.paused_by.is_(None), *(~before.c[it] for it in OF_OTHERS))
    return *are_placed, is_soon, *(~it for it in of_number)


def looks_at(call: NewCall, request: CallRequest, placing: Placing, marks: Marks) -> dict[str, object]:
    """Its parameters beside those of the call itself, for one that stands in a line already, or has its time.

    Its number is known by these `marks`.
    """
    now = placing.clock()
    a_minute = placing.limits.of_campaign.a_minute
    wanted = Wanted(call.waits_for, placing.calls_per_second, a_minute, keeps_place=request.keeps_place)
    return {
        **request.campaign.values(),
        **stranger(request.phone, placing.vault, now),
        **placing.limits.of_number.values(now),
        **placing.limits.of_campaign.values(now),
        **placing.visitor.values(placing.vault, now),
        **wanted.values(now),
        "phone_marks": mark_array(marks.held),
        "day": eastern_day(now),
        "district": call.first.district_geoid,
        "picks_up": request.picks_up,
        "office_a_day": placing.limits.office_a_day,
        "agreed_number": call.first.number if call.ring_at else None,
        "is_time": call.ring_at is not None or not (placing.keeps_hours and is_quiet(now, zones_of(request.phone))),
    }


def twin_in(told: Row, vault: PhoneVault, request: CallRequest) -> int | None:
    """The call of the same form, if there is one.

    Raises:
        FormUsed: it rang another number, or is none of theirs.
    """
    twin: int | None = told["twin_id"]
    if twin is None:
        return None
    is_known = request.knows(twin)
    if told["twin_phone_hash"] not in vault.marks(request.phone).held or not is_known:
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
    if told["rang_enough"]:
        raise CampaignRangEnough
    wait = long_wait_of(told)
    if wait:
        raise wait
    _refuse_number(told)


def _refuse_number(told: Row) -> None:
    refuse_stranger(told)
    if told["paused_by"] is not None:
        raise PlacingPaused(told["paused_by"])
    if told["is_in_flight"]:
        raise AlreadyAgreed if told["is_later"] else CallInFlight
    if told["is_often"]:
        raise TooManyCalls
    if told["is_silent"]:
        raise RangInVain
    if not told["is_asked"]:
        raise TooManyNumbers


def let_go_of(session: Session | Connection, told: Row, call: NewCall, looked: Mapping[str, object]) -> None:
    """Let what was counted count no more, by the parameters of `looks_at`: another call was faster."""
    if told["is_asked"]:
        take_back(session, call.form_nonce, looked)

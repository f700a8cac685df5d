"""Decides who is rung now, one call a job: claim, commit, ring, remember. Nobody is ever rung twice for one call."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased

from app.calls.cost.at_most import ring_may_cost
from app.calls.queue.carrier import NOTHING, is_out_of_step, set_right, until_turn
from app.calls.queue.first import RING_NEXT, First, first_beside, first_in_line, in_vain, longest_waiting, waits
from app.calls.queue.next import Claimed, Paces, Taking, claim, drop_unanswered, pass_over
from app.calls.queue.waves import is_out_of_wave, out_of_wave
from app.calls.run.dial import Ringing, asked_of, dial, request_to_ring
from app.limits.holds.by_budget import hold_for
from app.limits.hours.quiet import is_quiet, zones_of
from app.limits.numbers import ONLY_FOR_GOOD, number_of
from app.limits.pausing import Asked, may_try
from app.limits.rings.campaign import campaign_limits
from app.limits.rings.ringing import Values, limits_of, why_not_rung
from app.store.job_queue import defer_one, defer_until
from app.store.unit import Unit
from app.telephony.carrier import RingRequest
from models import Call, CalledOffice, EndReason, OfficeLine

log = structlog.get_logger()

A_MINUTE = timedelta(minutes=1)
IN_VAIN = {Claimed.ENOUGH: EndReason.OFFICE_HAD_ENOUGH, Claimed.NO_MONEY: EndReason.OUT_OF_BUDGET}


def ring(work: Unit, call_id: int, ringing: Ringing) -> None:
    """Ring whoever stands first where this call stands, if the office's line has room and the carrier may be asked."""
    _ring_one(work, lambda: first_beside(work.session, call_id, ringing.clock()), ringing)


def ring_waiting(work: Unit, call_id: int, ringing: Ringing) -> None:
    """This call has let go of a line: ring whoever stands first there."""
    for number in work.session.scalars(_waited_for(call_id)).all():
        _ring_one(work, partial(first_in_line, work.session, number, ringing.clock()), ringing)


def ring_next(work: Unit, ringing: Ringing) -> None:
    """It is the carrier's moment: ring whoever waits longest where there is room, and then the next, a moment later."""
    while firsts := longest_waiting(work.session, ringing.clock(), campaign_limits(ringing.settings)):
        claimed = _try(work, firsts[0], ringing, others=len(firsts) > 1)
        if claimed in {Claimed.MINE, Claimed.NO_TURN}:
            return


def ring_everybody(work: Unit, ringing: Ringing) -> None:
    """Let those go who are not to be rung any more, and have the others rung wherever there is room.

    It finds what a lost job or a line that has rested left; commits each by itself, since the next may fail.
    """
    now, keeps_hours = ringing.clock(), not ringing.settings.always_open
    while gone := in_vain(work.session, now, keeps_hours=keeps_hours):
        for call_id, why_not in gone.items():
            _pass_over(work, call_id, why_not, now)
    for call_id in out_of_wave(work.session, now):
        _pass_over(work, call_id, EndReason.WAVE_OVER, now)
    drop_unanswered(work, now)
    for first in longest_waiting(work.session, now, campaign_limits(ringing.settings))[:1]:
        _set_right(work, first, ringing)
        defer_one(work.session, RING_NEXT, NOTHING, queue=ringing.queue)


def _waited_for(call_id: int) -> Select[str]:
    """The numbers of a call's offices for which somebody waits.

    Its own offices come first, and by themselves: begun with whoever waits, all calls that a line ever had are read.
    """
    lines = select(CalledOffice.office_line_id).where(CalledOffice.call_id == call_id)
    own = lines.cte("own").prefix_with("MATERIALIZED", dialect="postgresql")
    waiting = aliased(Call)
    somebody = exists().where(waiting.waits_for == OfficeLine.e164, waits(waiting))
    return select(OfficeLine.e164).distinct().join(own, own.c.office_line_id == OfficeLine.id).where(somebody)


def _ring_one(work: Unit, find: Callable[[], First | None], ringing: Ringing) -> None:
    """Ring the first, or whoever is first then, if that one is gone."""
    while (first := find()) is not None:
        if first.has_no_turn:
            _wait(work, first, ringing)
            return
        if _try(work, first, ringing) is not Claimed.GONE:
            return


def _wait(work: Unit, first: First, ringing: Ringing) -> None:
    """Whoever waits longest is rung at the carrier's next moment, and the others after."""
    if _set_right(work, first, ringing):
        defer_one(work.session, RING_NEXT, NOTHING, queue=ringing.queue)
    elif not first.is_deferred:
        defer_one(work.session, RING_NEXT, first.carrier_wait, queue=ringing.queue)


def _set_right(work: Unit, first: First, ringing: Ringing) -> bool:
    """Whether the carrier's next moment was so far ahead that nobody would be rung for long: then it is now."""
    pace = ringing.settings.calls_per_second
    if not is_out_of_step(first.carrier_wait, pace):
        return False
    log.warning("carrier_moment_set_right", seconds=round(first.carrier_wait.total_seconds()))
    set_right(work.session, pace, RING_NEXT)
    return True


def _try(work: Unit, first: First, ringing: Ringing, *, others: bool = False) -> Claimed:
    """Ring them if they may be rung, and want to be; commits. Have `others` rung at the carrier's next moment."""
    now, keeps_hours = ringing.clock(), not (ringing.settings.always_open or first.rehearsal)
    why_not = first.why_not(now, keeps_hours=keeps_hours)
    if why_not is None and is_out_of_wave(work.session, first, now):
        why_not = EndReason.WAVE_OVER
    if why_not:
        return _pass_over(work, first.id, why_not, now)
    if first.waits_for_money:
        return Claimed.FULL
    phone = number_of(ringing.vault, first.phone_encrypted)
    if phone is None:
        return _pass_over(work, first.id, EndReason.NUMBER_GONE, now)
    request = request_to_ring(work.session, first, phone, ringing)
    if keeps_hours and is_quiet(now, zones_of(request.to)):
        return _pass_over(work, first.id, EndReason.QUIET_HOURS, now)
    return _ring_if_ours(work, first, request, ringing, others=others)


def _ring_if_ours(work: Unit, first: First, request: RingRequest, ringing: Ringing, *, others: bool) -> Claimed:
    now, pace, limits = ringing.clock(), ringing.settings.calls_per_second, limits_of(ringing.settings)
    peace_at = ONLY_FOR_GOOD if first.stands else now
    rung = limits.of_ring(request.to, first.campaign_id, ringing.vault, now, peace_at)
    may_cost = ring_may_cost(first, request, ringing.settings)
    claimed = _claim(work, first, now, Taking(rung, Paces(pace, limits.office_a_day), may_cost))
    if claimed is Claimed.MINE and first.was_refused and not first.rehearsal:
        claimed = _try_again(work, asked_of(first, request, ringing), now)
    if claimed is Claimed.MINE:
        if others:
            defer_one(work.session, RING_NEXT, timedelta(seconds=1 / pace), queue=ringing.queue)
        dial(work, first, request, ringing)
    elif claimed is Claimed.NO_TURN:
        defer_one(work.session, RING_NEXT, until_turn(work.session), queue=ringing.queue)
    elif claimed in IN_VAIN:
        return _pass_over(work, first.id, IN_VAIN[claimed], now)
    elif claimed is Claimed.GONE and not first.rehearsal:
        return _not_now(work, first, rung, ringing)
    return claimed


def _not_now(work: Unit, first: First, rung: Values, ringing: Ringing) -> Claimed:
    """Where nobody is to be rung any more the next one is first; or the campaign rang enough for this minute."""
    now, why_not = ringing.clock(), why_not_rung(work.session, rung)
    if why_not.reason:
        return _pass_over(work, first.id, why_not.reason, now)
    if not why_not.is_full:
        return Claimed.GONE
    next_minute = A_MINUTE - timedelta(seconds=now.second)
    defer_until(work.session, "ring", next_minute, queue=ringing.queue, call_id=first.id)
    return Claimed.FULL


def _claim(work: Unit, first: First, now: datetime, taking: Taking) -> Claimed:
    """Make it ours; else, where that is for money, commits that nobody is rung for whom there is none.

    They keep their place where calls under way may cost less than is reserved for them.
    """
    claimed, reserved = claim(work, first, now, taking)
    if reserved.short:
        hold_for(work.session, reserved.short, taking.may_cost.dollars, now)
    if claimed is not Claimed.NO_MONEY or reserved.is_spent:
        return claimed
    work.commit_so_far()
    return Claimed.FULL


def _try_again(work: Unit, asked: Asked, now: datetime) -> Claimed:
    """Where the carrier refused lately, one alone is let through, and the others are told; undoes what is not ours."""
    if may_try(work.session, asked, now):
        return Claimed.MINE
    work.roll_back()
    return Claimed.GONE


def _pass_over(work: Unit, call_id: int, why_not: EndReason, now: datetime) -> Claimed:
    """Let the next be first; commits, so that a failure undoes nothing of those before."""
    pass_over(work.session, call_id, why_not, now)
    work.commit_so_far()
    return Claimed.GONE

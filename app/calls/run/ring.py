"""Decides who is rung now, one call a job: claim, commit, ring, remember. Nobody is ever rung twice for one call."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased

from app.calls.queue.carrier import NOTHING, until_turn
from app.calls.queue.first import RING_NEXT, First, first_beside, first_in_line, in_vain, longest_waiting, waits
from app.calls.queue.next import Claimed, claim, drop_unanswered, pass_over
from app.calls.run.dial import Ringing, asked_of, dial, request_to_ring
from app.limits.numbers import ONLY_FOR_GOOD, stranger, why_left_alone
from app.limits.pausing import Asked, may_try
from app.store.job_queue import defer_one
from app.store.unit import Unit
from models import Call, CalledOffice, EndReason, OfficeLine


def ring(work: Unit, call_id: int, ringing: Ringing) -> None:
    """Ring whoever stands first where this call stands, if the office's line has room and the carrier may be asked."""
    _ring_one(work, lambda: first_beside(work.session, call_id, ringing.clock()), ringing)


def ring_waiting(work: Unit, call_id: int, ringing: Ringing) -> None:
    """This call has let go of a line: ring whoever stands first there."""
    for number in work.session.scalars(_waited_for(call_id)).all():
        _ring_one(work, partial(first_in_line, work.session, number, ringing.clock()), ringing)


def ring_next(work: Unit, ringing: Ringing) -> None:
    """It is the carrier's moment: ring whoever waits longest where there is room, and then the next, a moment later."""
    while firsts := longest_waiting(work.session, ringing.clock()):
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
    drop_unanswered(work, now)
    if longest_waiting(work.session, now):
        defer_one(work.session, RING_NEXT, NOTHING, queue=ringing.queue)


def _waited_for(call_id: int) -> Select[str]:
    """The numbers of a call's offices for which somebody waits."""
    waiting = aliased(Call)
    somebody = exists().where(waiting.waits_for == OfficeLine.e164, waits(waiting))
    return select(OfficeLine.e164).distinct().join(CalledOffice).where(CalledOffice.call_id == call_id, somebody)


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
    if not first.is_deferred:
        defer_one(work.session, RING_NEXT, first.carrier_wait, queue=ringing.queue)


def _try(work: Unit, first: First, ringing: Ringing, *, others: bool = False) -> Claimed:
    """Ring them if they may be rung, and want to be; commits. Have `others` rung at the carrier's next moment."""
    now = ringing.clock()
    why_not = first.why_not(now, keeps_hours=not ringing.settings.always_open)
    if why_not:
        return _pass_over(work, first.id, why_not, now)
    request, pace = request_to_ring(work.session, first, ringing), ringing.settings.calls_per_second
    whom = stranger(request.to, ringing.vault, ONLY_FOR_GOOD if first.stands else now)
    claimed = claim(work, first, now, whom, pace)
    if claimed is Claimed.MINE and first.was_refused and not first.rehearsal:
        claimed = _try_again(work, asked_of(first, request, ringing), now)
    if claimed is Claimed.MINE:
        if others:
            defer_one(work.session, RING_NEXT, timedelta(seconds=1 / pace), queue=ringing.queue)
        dial(work, first, request, ringing)
    elif claimed is Claimed.NO_TURN:
        defer_one(work.session, RING_NEXT, until_turn(work.session), queue=ringing.queue)
    elif claimed is Claimed.ENOUGH:
        return _pass_over(work, first.id, EndReason.OFFICE_HAD_ENOUGH, now)
    elif claimed is Claimed.GONE and (why_not := why_left_alone(work.session, whom)):
        _pass_over(work, first.id, why_not, now)
    return claimed


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

"""Has the carrier delete its records of calls that are over and paid for: few at a time, again where it could not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import delete, exists, literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.held import is_number_held
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierBusy, CarrierError, CarrierRefused
from models import Call, CarrierRecord, Leg, WhyKept

log = structlog.get_logger()

AT_ONCE = 40  # in a minute: 57,000 a day
LEASE = timedelta(minutes=10)  # in which whoever asks is done, or was killed
MOST_TRIES = 12  # over some four days
LONGEST_PAUSE = timedelta(days=1)
NOT_COMPLETE = 20009  # "cannot delete this resource before it is complete"
KEPT = timedelta(days=90)  # for so long it is told what could not be deleted: as long as the call itself is known


_LEG = (Leg.carrier_sid == CarrierRecord.sid, Call.id == Leg.call_id)
_IS_HELD = exists().where(*_LEG, is_number_held())


@dataclass(frozen=True)
class _Due:
    sid: str
    tries: int


def erase_later(session: Session, call_id: int, now: datetime) -> None:
    """Nothing is to be asked about this call any more: let the carrier forget each of its legs."""
    legs = select(Leg.carrier_sid, literal(now)).where(Leg.call_id == call_id)
    new = insert(CarrierRecord).from_select(["sid", "due_at"], legs)
    session.execute(new.on_conflict_do_nothing())


def erase_apart(session: Session, sids: Collection[str], due_at: datetime) -> None:
    """The same of legs that are of no call."""
    legs = [{"sid": sid, "due_at": due_at} for sid in sids if sid]
    if legs:
        session.execute(insert(CarrierRecord).values(legs).on_conflict_do_nothing())


def erase_due(work: Unit, carrier: Carrier, now: datetime) -> int:
    """Ask for some; returns how many are gone. Commits before and after each: no transaction is open meanwhile.

    A carrier that is too busy is left alone until those are due again.
    """
    due, done = _claim(work.session, now), 0
    work.commit_so_far()
    for one in due:
        error = _ask(carrier, one.sid)
        if error is None:
            work.session.execute(delete(CarrierRecord).where(CarrierRecord.sid == one.sid))
        else:
            _keep_why(work.session, one, error, now)
        work.commit_so_far()
        done += error is None
        if isinstance(error, CarrierBusy):
            break
    return done


def _claim(session: Session, now: datetime) -> Sequence[_Due]:
    due = (CarrierRecord.due_at <= now, ~_IS_HELD)  # what a hold keeps is kept there, too
    some = select(CarrierRecord.sid).where(*due).order_by(CarrierRecord.due_at).limit(AT_ONCE)
    mine = update(CarrierRecord).where(CarrierRecord.sid.in_(some.with_for_update(skip_locked=True)))
    taken = mine.values(due_at=now + LEASE, tries=CarrierRecord.tries + 1)
    rows = session.execute(taken.returning(CarrierRecord.sid, CarrierRecord.tries)).all()
    return [_Due(row.sid, row.tries) for row in rows]


def _ask(carrier: Carrier, sid: str) -> CarrierError | None:
    try:
        carrier.forget(sid)
    except CarrierError as error:
        return error
    return None


def _keep_why(session: Session, one: _Due, error: CarrierError, now: datetime) -> None:
    """Each pause is twice as long as the one before; in the end nothing is due any more."""
    why = _why(error)
    pause = min(timedelta(minutes=2**one.tries), LONGEST_PAUSE)
    told = {"why": why, "code": error.code, "due_at": now + pause if one.tries < MOST_TRIES else None}
    session.execute(update(CarrierRecord).where(CarrierRecord.sid == one.sid).values(told))
    log.warning("carrier_keeps_record", why=why.value, code=error.code, tries=one.tries)


def _why(error: CarrierError) -> WhyKept:
    if error.code == NOT_COMPLETE:
        return WhyKept.UNDER_WAY
    if isinstance(error, CarrierRefused):
        return WhyKept.REFUSED
    return WhyKept.BUSY if isinstance(error, CarrierBusy) else WhyKept.NO_ANSWER


def forget_records(session: Session, now: datetime) -> None:
    """What could not be deleted for so long is told no more."""
    session.execute(delete(CarrierRecord).where(CarrierRecord.since <= now - KEPT, ~_IS_HELD))

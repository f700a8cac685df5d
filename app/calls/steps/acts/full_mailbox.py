"""A mailbox that is full lets its line rest: if the line talked as a machine does, or if two callers say so."""

from sqlalchemy import BigInteger, Integer, SmallInteger, cast, func, select

from app.calls.shown.call import CallFacts, OfficeFacts
from app.calls.steps.acts.line import let_rest
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.limits.numbers import number_of
from app.limits.rate import Limit, admit
from app.store.once import Once, param
from models import CalledOffice, Leg, Limited

A_CALLER, ANYBODY = Limit(Limited.MAILBOX_CALLER, at_most=1), Limit(Limited.MAILBOX, at_most=1)
NO_NUMBER = "no number"  # all who show none are one caller


def let_rest_if_full(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One caller's word closes no office to everybody else."""
    office = call.office_at(arrival.rank)
    if office is None or call.rehearsal or not (_talked(own, call, office) or _is_second(own, call, office)):
        return Situation(arrival, call)
    return let_rest(own, call, arrival)


def _talked(own: AtHand, call: CallFacts, office: OfficeFacts) -> bool:
    """Whether the line was open for as long as a greeting takes."""
    row = _SECONDS.row(own.connection, call_id=call.id, rank=office.rank)
    return row is not None and (row["seconds"] or 0) >= own.settings.mailbox_seconds


def _is_second(own: AtHand, call: CallFacts, office: OfficeFacts) -> bool:
    """Whether another caller said so within the hour."""
    caller = number_of(own.vault, call.phone_encrypted) or own.heard.caller or NO_NUMBER
    now, is_new = own.clock(), f"{office.number} {caller}"
    if not admit(own.session, own.vault, A_CALLER, is_new, now=now):
        return False
    return not admit(own.session, own.vault, ANYBODY, office.number or "", now=now)


def _seconds() -> Once:
    between = cast(func.extract("epoch", Leg.ended_at - Leg.answered_at), Integer)
    talked = func.max(func.coalesce(Leg.duration_seconds, between)).label("seconds")
    here = (
        CalledOffice.call_id == param("call_id", BigInteger),
        CalledOffice.rank == param("rank", SmallInteger),
    )
    return Once(lambda: select(talked).join(CalledOffice, CalledOffice.id == Leg.called_office_id).where(*here))


_SECONDS = _seconds()

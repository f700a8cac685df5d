"""What the phone network knows of every call, and whether the log says the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session, aliased

from app.telephony.local_network import PhoneNetwork
from app.telephony.local_network.legs import Leg as NetworkLeg
from app.telephony.outcomes import LEG_STATUS, LINE_OUTCOME, SUPPORTER_LEG
from models import Call, CallStatus, EndReason, Leg, LegRole, LegStatus, LineOutcome

A_SECOND = 1  # durations are told in whole ones


@dataclass(frozen=True)
class Logged:
    """A call as the log has it; `sids` are those of the supporter's legs."""

    id: int
    status: CallStatus
    is_over: bool
    line_outcome: LineOutcome | None
    talk_seconds: int | None
    end_reason: EndReason | None
    sids: tuple[str, ...]


def logged(engine: Engine) -> Sequence[Logged]:
    """Every call of the log."""
    theirs = aliased(Leg)
    sids = func.array_agg(theirs.carrier_sid).filter(theirs.carrier_sid.is_not(None))
    told = (Call.id, Call.status, Call.ended_at, Call.line_outcome, Call.talk_seconds, Call.end_reason)
    of_supporter = (theirs.call_id == Call.id) & (theirs.role == LegRole.SUPPORTER)
    query = select(*told, sids.label("sids")).outerjoin(theirs, of_supporter).group_by(Call.id)
    with Session(engine) as session:
        return [
            Logged(
                id=row.id,
                status=row.status,
                is_over=row.ended_at is not None,
                line_outcome=row.line_outcome,
                talk_seconds=row.talk_seconds,
                end_reason=row.end_reason,
                sids=tuple(row.sids or ()),
            )
            for row in session.execute(query)
        ]


def rings(network: PhoneNetwork) -> Mapping[str, NetworkLeg]:
    """The leg of each supporter, by its id."""
    return {sid: leg for sid, leg in network.engine.exchange.legs.copy().items() if leg.parent is None}


def is_right(call: Logged, ring: NetworkLeg) -> bool:
    """Whether the log says of it what happened."""
    status, offices = SUPPORTER_LEG[LEG_STATUS[ring.status]], ring.children
    return (
        call.is_over
        and call.status is status
        and call.line_outcome is _line_outcome(offices)
        and abs((call.talk_seconds or 0) - sum(one.seconds or 0 for one in offices)) <= A_SECOND * len(offices)
    )


def _line_outcome(offices: Iterable[NetworkLeg]) -> LineOutcome | None:
    """That of the office that picked up, else of the last one that was dialed."""
    ends = [LEG_STATUS[one.status] for one in offices]
    if LegStatus.COMPLETED in ends:
        return LineOutcome.ANSWERED
    return LINE_OUTCOME[ends[-1]] if ends else None

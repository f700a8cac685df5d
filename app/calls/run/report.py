"""Records a status report of the carrier: once, in whatever order it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import STATUS, Told, code_in, kept
from app.calls.life.changes import apply_told
from app.calls.life.legs import LegNews
from app.calls.life.own_legs import is_of_its_leg
from app.calls.life.refusals import why_ended
from app.calls.life.status import CALL_ID, CallState
from app.store.once import Once
from app.store.unit import LightUnit
from app.telephony.faults import fault_of
from models import LEG_ENDINGS, Call, LegRole, LegStatus


@dataclass(frozen=True)
class StatusReport:
    """What the carrier reported of one leg; `sequence` counts its reports from 0, `duration` is in seconds.

    `rank` is that of the office whose leg it is, None for the supporter's.
    """

    sid: str
    rank: int | None
    status: LegStatus
    sequence: str
    happened_at: datetime
    duration: int | None
    form: Mapping[str, str]

    @property
    def code(self) -> int | None:
        """The carrier's error code, where the supporter's phone could not be rung for one."""
        return code_in(self.form) if self.rank is None and self.status is LegStatus.FAILED else None

    @property
    def is_end(self) -> bool:
        """Whether the leg is over: only then is there more than one thing to write."""
        return self.status in LEG_ENDINGS

    def told(self) -> Told:
        """The report as it is written down."""
        return Told(self.sid, STATUS, self.sequence, self.status, self.rank, self.form, self.happened_at)

    def news(self) -> LegNews:
        """The report as news of a leg: what it reports happened when the carrier says."""
        ended = self.is_end
        return LegNews(
            sid=self.sid,
            rank=self.rank,
            status=self.status,
            ringing_at=self.happened_at if self.status is LegStatus.RINGING else None,
            answered_at=self.happened_at if self.status is LegStatus.IN_PROGRESS else None,
            ended_at=self.happened_at if ended else None,
            duration=self.duration if ended else None,
        )


def record_status(work: LightUnit, call_id: int, report: StatusReport) -> CallState | None:
    """Keep the report and apply it: one statement, and three where it tells of an end that is not plain.

    Returns:
        What the log says now, or None if nothing was done: it was repeated, or is of no call of ours.
    """
    why = None if report.code is None else why_ended(fault_of(report.code))
    return apply_told(work, call_id, report.told(), report.news(), why)


def record_machine(session: Session | Connection, call_id: int, told: Told) -> None:
    """Keep what the carrier takes the voice for that picked up: information for organizers, and nothing goes by it."""
    of_leg = {"leg_sid": told.sid, "rank": told.rank, "parent_sid": told.parent}
    _MACHINE.row(session, call_id=call_id, **told.values(), **of_leg)


_CALL = select(Call.id.label("call_id")).where(Call.id == CALL_ID, is_of_its_leg(LegRole.OFFICE)).cte("call_there")
_MACHINE = Once(lambda: select(kept(_CALL).c.call_id))

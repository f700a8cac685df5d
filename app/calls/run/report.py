"""Records a status report of the carrier: once, in whatever order it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.calls.life.carrier_events import keep_event
from app.calls.life.legs import LegNews, apply_news, lock_call
from app.calls.life.status import CallState
from app.guard.phone_vault import PhoneVault
from models import LEG_ENDINGS, EventSource, LegStatus

MACHINE = "machine"


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

    def news(self) -> LegNews:
        """The report as news of a leg: what it reports happened when the carrier says."""
        ended = self.status in LEG_ENDINGS
        return LegNews(
            sid=self.sid,
            rank=self.rank,
            status=self.status,
            ringing_at=self.happened_at if self.status is LegStatus.RINGING else None,
            answered_at=self.happened_at if self.status is LegStatus.IN_PROGRESS else None,
            ended_at=self.happened_at if ended else None,
            duration=self.duration if ended else None,
        )


def record_status(session: Session, vault: PhoneVault, call_id: int, report: StatusReport) -> CallState | None:
    """Keep the report and apply it. Four statements; nothing for a repeated or unknown one.

    Returns:
        What the log says now, or None if nothing was done.
    """
    if not lock_call(session, call_id):
        return None
    is_new = keep_event(
        session,
        vault,
        call_id,
        sid=report.sid,
        kind="status",
        key=report.sequence,
        name=report.status,
        form=report.form,
        happened_at=report.happened_at,
    )
    return apply_news(session, call_id, report.news(), source=EventSource.CARRIER) if is_new else None


def record_machine(
    session: Session, vault: PhoneVault, call_id: int, *, sid: str, answered_by: str, form: Mapping[str, str]
) -> None:
    """Keep what the carrier takes the voice for that picked up: information for organizers, and nothing goes by it."""
    if lock_call(session, call_id):
        keep_event(session, vault, call_id, sid=sid, kind=MACHINE, key=MACHINE, name=answered_by, form=form)

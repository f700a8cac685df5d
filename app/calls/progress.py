"""How a call is going, for the supporter's page: one statement, and no telephone number of theirs."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.line import CallOnTheLine, select_call
from models import ENDINGS, Call, EndReason, Leg, LegRole, ReportedOutcome


@dataclass(frozen=True)
class Progress(CallOnTheLine):
    """A call as its supporter follows it. `talking_since` is the carrier's time; `talk_seconds` come at the end."""

    created_at: datetime
    end_reason: EndReason | None
    reported_outcome: ReportedOutcome | None
    talk_seconds: int | None
    talking_since: datetime | None

    @property
    def ended(self) -> bool:
        """Whether the call is over."""
        return self.status in ENDINGS


def progress_of(session: Session, call_id: int) -> Progress | None:
    """The call with this id, if there is one."""
    talking_since = (
        select(func.max(Leg.answered_at)).where(Leg.call_id == call_id, Leg.role == LegRole.OFFICE).scalar_subquery()
    )
    row = session.execute(
        select_call(
            call_id,
            Call.created_at,
            Call.end_reason,
            Call.reported_outcome,
            Call.talk_seconds,
            talking_since,
        )
    ).one_or_none()
    return Progress(*row) if row else None

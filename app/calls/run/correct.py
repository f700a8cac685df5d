"""An organizer knows better what came of an office: that counts before what was said, until it is taken back."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.changes import keep_correction, take_correction_back
from app.calls.life.reports import Report, by_rank
from app.store.rows import by_name
from models import CalledOffice, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Said:
    """What counts of an office: by whom it was said, and with which sealed note."""

    source: ReportSource
    outcome: ReportedOutcome
    stance: Stance | None
    note_sealed: bytes | None


def correct(session: Session, call_id: int, rank: int, report: Report) -> None:
    """Let this count of the office at `rank`; its note says why.

    It is told like any report, so that statistics follow: of a sealed day as a correction.
    """
    keep_correction(session, call_id, rank, report)


def take_back(session: Session, call_id: int, rank: int) -> None:
    """Let what the supporter said count again; nothing happens where nobody corrected it."""
    take_correction_back(session, call_id, rank)


def every_said(session: Session, call_id: int, rank: int) -> tuple[Said, ...]:
    """All that was said of the office at `rank`: what counts comes first."""
    columns = (Feedback.source, Feedback.outcome, Feedback.stance, Feedback.note_sealed)
    of_it = select(*columns).join(CalledOffice).where(CalledOffice.call_id == call_id, CalledOffice.rank == rank)
    rows = session.execute(of_it.order_by(by_rank(Feedback.source))).mappings()
    return tuple(by_name(Said, row) for row in rows)

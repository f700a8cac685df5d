"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.changes import keep_report_of_page
from app.calls.life.reports import Report
from models import CalledOffice, Feedback, ReportedOutcome, ReportSource


def report_outcome(session: Session, call_id: int, rank: int, report: Report) -> None:
    """Keep the report of the office at `rank`, in place of an earlier one from the page; it outranks the keypad."""
    keep_report_of_page(session, call_id, rank, report)


@dataclass(frozen=True)
class Reports:
    """What a supporter told us so far, by the office's rank: on the page, and by key."""

    on_page: Mapping[int, Report]
    by_key: Mapping[int, ReportedOutcome]


def reports_of(session: Session, call_id: int) -> Reports:
    """What the supporter of this call told us."""
    query = select(CalledOffice.rank, Feedback).join(CalledOffice).where(CalledOffice.call_id == call_id)
    told = [(rank, one) for rank, one in session.execute(query)]
    page = {rank: Report(it.outcome, it.stance, it.note) for rank, it in told if it.source is ReportSource.PAGE}
    return Reports(page, {rank: it.outcome for rank, it in told if it.source is ReportSource.KEYPAD})

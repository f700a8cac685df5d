"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import BigInteger, select
from sqlalchemy.orm import Session

from app.calls.life.changes import keep_report_of_page
from app.calls.life.reports import Report
from app.store.once import Once, param
from app.store.rows import by_name
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
    told = _READ.rows(session, call_id=call_id)
    page = {it["rank"]: by_name(Report, it) for it in told if it["source"] is ReportSource.PAGE}
    return Reports(page, {it["rank"]: it["outcome"] for it in told if it["source"] is ReportSource.KEYPAD})


_TOLD = (CalledOffice.rank, Feedback.source, Feedback.outcome, Feedback.stance, Feedback.note)
_READ = Once(
    select(*_TOLD).join_from(Feedback, CalledOffice).where(CalledOffice.call_id == param("call_id", BigInteger))
)

"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import BigInteger, select
from sqlalchemy.orm import Session

from app.calls.held import is_answer_kept
from app.calls.life.changes import keep_report_of_page
from app.calls.life.reports import Report
from app.limits.feedback import Changes
from app.store.once import Once, param
from app.store.rows import by_name
from models import CalledOffice, Feedback, ReportedOutcome, ReportSource


def report_outcome(session: Session, call_id: int, rank: int, report: Report, allowed: Changes) -> None:
    """Keep the report of the office at `rank`, in place of an earlier one from the page; it outranks the keypad.

    Where an earlier one may not be changed any more that stays.
    """
    keep_report_of_page(session, call_id, rank, report, allowed)


@dataclass(frozen=True)
class Reports:
    """What a supporter told us so far, by the office's rank: on the page, and by key.

    What was told on the page of the offices in `stays` may not be changed any more: of those that are `held` since a
    legal hold keeps it.
    """

    on_page: Mapping[int, Report]
    by_key: Mapping[int, ReportedOutcome]
    stays: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()


def reports_of(session: Session, call_id: int, allowed: Changes) -> Reports:
    """What the supporter of this call told us."""
    told = _READ.rows(session, call_id=call_id)
    on_page = [it for it in told if it["source"] is ReportSource.PAGE]
    by_key = {it["rank"]: it["outcome"] for it in told if it["source"] is ReportSource.KEYPAD}
    held = frozenset(it["rank"] for it in on_page if it["is_kept"])
    over = frozenset(it["rank"] for it in on_page if not allowed.allow(it["changes"], it["created_at"]))
    return Reports({it["rank"]: by_name(Report, it) for it in on_page}, by_key, over | held, held)


_REPORT = (Feedback.source, Feedback.outcome, Feedback.stance, Feedback.note_sealed)
_TOLD = (CalledOffice.rank, *_REPORT, Feedback.changes, Feedback.created_at, is_answer_kept().label("is_kept"))
_READ = Once(
    lambda: select(*_TOLD).join_from(Feedback, CalledOffice).where(CalledOffice.call_id == param("call_id", BigInteger))
)

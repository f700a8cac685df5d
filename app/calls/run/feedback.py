"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.life.legs import lock_call, office_at, reported_values
from models import Call, CalledOffice, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Report:
    """What came of it, where the office stands, and a note of at most 500 characters."""

    outcome: ReportedOutcome
    stance: Stance | None = None
    note: str = ""


def report_outcome(session: Session, call_id: int, rank: int, report: Report) -> None:
    """Keep the report of the office at `rank`, in place of an earlier one from the page; it outranks the keypad."""
    lock_call(session, call_id)
    told = {"outcome": report.outcome, "stance": report.stance, "note": report.note}
    whose = office_at(call_id, rank)
    new = insert(Feedback).values(called_office_id=whose, source=ReportSource.PAGE, **told)
    changed = new.on_conflict_do_update(
        index_elements=[Feedback.called_office_id, Feedback.source], set_={**told, "changed_at": func.now()}
    )
    session.execute(changed)
    shown = update(Call).where(Call.id == call_id).values(reported_values(call_id))
    session.execute(shown.execution_options(synchronize_session=False))
    session.commit()


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

"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import Call, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Report:
    """What came of it, where the office stands, and a note of at most 500 characters."""

    outcome: ReportedOutcome
    stance: Stance | None = None
    note: str = ""


def report_outcome(session: Session, call_id: int, report: Report) -> None:
    """Keep the report, in place of an earlier one from the page; the page outranks the keypad."""
    told = {"outcome": report.outcome, "stance": report.stance, "note": report.note}
    new = insert(Feedback).values(call_id=call_id, source=ReportSource.PAGE, **told)
    changed = new.on_conflict_do_update(
        index_elements=[Feedback.call_id, Feedback.source], set_={**told, "changed_at": func.now()}
    )
    session.execute(changed)
    session.execute(
        update(Call)
        .where(Call.id == call_id)
        .values(reported_outcome=report.outcome, reported_source=ReportSource.PAGE)
    )
    session.commit()


def reported_on_page(session: Session, call_id: int) -> Report | None:
    """What the supporter told us on the page so far."""
    query = select(Feedback.outcome, Feedback.stance, Feedback.note)
    row = session.execute(query.where(Feedback.call_id == call_id, Feedback.source == ReportSource.PAGE)).one_or_none()
    return Report(*row) if row else None

"""Takes down what a supporter says came of the call, on the page; they may change their mind."""

from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.legs import lock_call, office_at, reported_values
from models import Call, CalledOffice, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Report:
    """What came of it, where the office stands, and a note of at most 500 characters."""

    outcome: ReportedOutcome
    stance: Stance | None = None
    note: str = ""


def report_outcome(session: Session, call_id: int, place: int, report: Report) -> None:
    """Keep the report of the office at `place`, in place of an earlier one from the page; it outranks the keypad."""
    lock_call(session, call_id)
    told = {"outcome": report.outcome, "stance": report.stance, "note": report.note}
    whose = office_at(call_id, place)
    new = insert(Feedback).values(called_office_id=whose, source=ReportSource.PAGE, **told)
    changed = new.on_conflict_do_update(
        index_elements=[Feedback.called_office_id, Feedback.source], set_={**told, "changed_at": func.now()}
    )
    session.execute(changed)
    shown = update(Call).where(Call.id == call_id).values(reported_values(call_id))
    session.execute(shown.execution_options(synchronize_session=False))
    session.commit()


def reported_on_page(session: Session, call_id: int) -> dict[int, Report]:
    """What the supporter told us on the page so far, by the office's place."""
    query = select(CalledOffice.place, Feedback.outcome, Feedback.stance, Feedback.note).join(CalledOffice)
    rows = session.execute(query.where(CalledOffice.call_id == call_id, Feedback.source == ReportSource.PAGE))
    return {place: Report(outcome, stance, note) for place, outcome, stance, note in rows}

"""Keeps what a supporter says of an office: the only code that writes a report, in one statement with the event."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.orm import Session

from app.calls.life import events
from app.calls.life.derived import reported_values
from app.calls.life.legs import office_at
from models import Call, EventSource, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Report:
    """What came of it, where the office stands, and a note of at most 500 characters."""

    outcome: ReportedOutcome
    stance: Stance | None = None
    note: str = ""


def keep_report(session: Session, call_id: int, rank: int, report: Report, *, source: ReportSource) -> None:
    """Keep what was said of the office at `rank`: by key the first counts, on the page the last.

    The call must be locked. What is said again in the same words is no event.
    """
    told = {"outcome": report.outcome, "stance": report.stance, "note": report.note}
    new = insert(Feedback).values(called_office_id=office_at(call_id, rank), source=source, **told)
    wanted = new.on_conflict_do_nothing() if source is ReportSource.KEYPAD else _instead(new, told)
    kept = wanted.returning(Feedback.called_office_id, Feedback.outcome).cte("kept")
    event = events.reported(kept, call_id, rank, EventSource(source))
    session.execute(select(kept.c.called_office_id).add_cte(event))


def _instead(new: Insert, told: dict[str, ReportedOutcome | Stance | str | None]) -> Insert:
    """In place of what they said before, where that is something else."""
    differs = or_(*(getattr(Feedback, name).is_distinct_from(new.excluded[name]) for name in told))
    key = [Feedback.called_office_id, Feedback.source]
    return new.on_conflict_do_update(index_elements=key, set_={**told, "changed_at": func.now()}, where=differs)


def show_reports(session: Session, call_id: int) -> None:
    """Let the call show what was said of its offices."""
    shown = update(Call).where(Call.id == call_id).values(dict(reported_values(call_id)))
    session.execute(shown.execution_options(synchronize_session=False))

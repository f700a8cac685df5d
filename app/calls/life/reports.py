"""Keeps what a supporter says of an office: the only code that writes a report, in one statement with the event."""

from dataclasses import dataclass

from sqlalchemy import (
    CTE,
    CompoundSelect,
    LargeBinary,
    String,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import Insert, distinct_on, insert

from app.calls.life import events
from app.calls.life.legs import office_at
from app.calls.life.status import CALL_ID, RANK, Beside, Values
from app.limits.feedback import may_change
from app.store.once import param
from models import CalledOffice, Feedback, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Report:
    """What came of it, where the office stands, and a note, sealed."""

    outcome: ReportedOutcome
    stance: Stance | None = None
    note_sealed: bytes | None = None

    def values(self) -> dict[str, object]:
        """As parameters of a statement with a report in it."""
        return {"outcome": self.outcome, "stance": self.stance, "note_sealed": self.note_sealed}


TOLD: Values = {
    "outcome": param("outcome", String),
    "stance": param("stance", String),
    "note_sealed": param("note_sealed", LargeBinary),
}


def told_by_key(call: CTE) -> Beside:
    """Keep the report of `Report.values()` of the office at the rank; the first that came by key counts."""
    new = _new(call, ReportSource.KEYPAD)
    return _told(new.on_conflict_do_nothing())


def told_on_page(call: CTE) -> Beside:
    """The same, in place of what they said on the page before, as long as `Changes.values()` allow it.

    What is said again in the same words is no event, and no change.
    """
    new = _new(call, ReportSource.PAGE)
    differs = or_(*(getattr(Feedback, name).is_distinct_from(new.excluded[name]) for name in TOLD))
    more = {"changed_at": func.now(), "changes": Feedback.changes + 1}
    instead = {**{name: new.excluded[name] for name in TOLD}, **more}
    key = [Feedback.called_office_id, Feedback.source]
    return _told(new.on_conflict_do_update(index_elements=key, set_=instead, where=and_(differs, may_change())))


def _new(call: CTE, source: ReportSource) -> Insert:
    columns = {"called_office_id": office_at(), "source": literal(source, Feedback.source.type), **TOLD}
    told = select(*columns.values()).select_from(call).where(office_at().is_not(None))  # of no office nothing is told
    return insert(Feedback).from_select(list(columns), told)


def _told(wanted: Insert) -> Beside:
    kept = wanted.returning(CALL_ID.label("call_id"), *_REPORT).cte("report")
    return Beside((kept, events.reported(kept, RANK)), _reported_values(kept))


_REPORT = (Feedback.called_office_id, Feedback.source, Feedback.outcome)


def _reported_values(kept: CTE) -> Values:
    """What the supporter reported of the whole call: the best of its offices; the page outranks the keypad."""
    every = _every_report(kept).subquery()
    per_office = select(every.c.source, every.c.outcome).ext(distinct_on(every.c.called_office_id))
    told = per_office.order_by(every.c.called_office_id, every.c.source == ReportSource.KEYPAD).subquery()
    best = case({outcome: rank for rank, outcome in enumerate(ReportedOutcome)}, value=told.c.outcome)
    return {
        "reported_outcome": select(told.c.outcome).order_by(best).limit(1).scalar_subquery(),
        "reported_source": select(told.c.source).order_by(best).limit(1).scalar_subquery(),
    }


def _every_report(kept: CTE) -> CompoundSelect[*tuple[object, ...]]:
    """Those of the call as they were, but for the one that is written in this statement, and that one."""
    is_written = and_(kept.c.called_office_id == Feedback.called_office_id, kept.c.source == Feedback.source)
    others = select(*_REPORT).join(CalledOffice).where(CalledOffice.call_id == CALL_ID, ~exists().where(is_written))
    return union_all(others, select(kept.c.called_office_id, kept.c.source, kept.c.outcome))

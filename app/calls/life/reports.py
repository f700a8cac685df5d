"""Keeps what a supporter says of an office: the only code that writes a report, in one statement with the event."""

from dataclasses import dataclass

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Select,
    SQLColumnExpression,
    String,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import Insert, distinct_on, insert

from app.calls.held import is_answer_kept
from app.calls.life import events
from app.calls.life.legs import office_at
from app.calls.life.status import CALL_ID, RANK, Beside, Values
from app.limits.feedback import may_change
from app.store.once import param
from models import OF_A_NOTE, CalledOffice, Feedback, ReportedOutcome, ReportSource, Stance

_Reports = CompoundSelect[*tuple[object, ...]] | Select[*tuple[object, ...]]


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


def by_rank(source: SQLColumnExpression[ReportSource]) -> ColumnElement[int]:
    """By what reports of one office are sorted so that the first is the one that counts."""
    return case({one: nth for nth, one in enumerate(reversed(ReportSource))}, value=source)


def told_by_key(call: CTE) -> Beside:
    """Keep the report of `Report.values()` of the office at the rank; the first that came by key counts."""
    new = _new(call, ReportSource.KEYPAD)
    return _told(new.on_conflict_do_nothing())


def told_on_page(call: CTE) -> Beside:
    """The same, in place of what they said on the page before, as long as `Changes.values()` and legal holds allow it.

    What is said again in the same words is no event, and no change.
    """
    return _told(_in_place(_new(call, ReportSource.PAGE), may_change(), ~is_answer_kept()))


def corrected_by_team(call: CTE) -> Beside:
    """The same by an organizer, who may do so at any time; it counts before whatever the supporter said."""
    return _told(_in_place(_new(call, ReportSource.ORGANIZER)))


def taken_back_by_team(call: CTE) -> Beside:
    """Let what the supporter said of the office at the rank count again."""
    theirs = (Feedback.called_office_id == office_at(), Feedback.source == ReportSource.ORGANIZER)
    gone = delete(Feedback).where(*theirs, exists(select(call.c.call_id)))
    was = gone.returning(CALL_ID.label("call_id"), *_REPORT).cte("report")
    return Beside((was, events.taken_back(was, RANK)), _reported_values(_but_for(was)))


def _in_place(new: Insert, *only_if: ColumnElement[bool]) -> Insert:
    """In place of what the same source said before, where it differs."""
    told = {**{name: new.excluded[name] for name in TOLD}, "note_sealed": _note(new.excluded["note_sealed"])}
    differs = or_(*(getattr(Feedback, name).is_distinct_from(value) for name, value in told.items()))
    more = {"changed_at": func.now(), "changes": Feedback.changes + 1}
    instead = {**told, **_marks(told["note_sealed"]), **more}
    key = [Feedback.called_office_id, Feedback.source]
    return new.on_conflict_do_update(index_elements=key, set_=instead, where=and_(differs, *only_if))


def _note(typed: ColumnElement[bytes | None]) -> ColumnElement[bytes | None]:
    """What is kept of it: words that the team took out do not come back, a note that is taken back goes."""
    is_redacted = and_(Feedback.redacted_at.is_not(None), typed.is_not(None))
    return case((is_redacted, Feedback.note_sealed), else_=typed)


def _marks(note: ColumnElement[bytes | None]) -> Values:
    """What the team did with the note before: other words are read anew, and without any nothing is kept of it."""
    is_other = {name: note.is_distinct_from(Feedback.note_sealed) for name in ("read_at", "read_by")}
    marks = [name for name in OF_A_NOTE if name != "note_sealed"]
    return {name: case((is_other.get(name, note.is_(None)), null()), else_=getattr(Feedback, name)) for name in marks}


def _new(call: CTE, source: ReportSource) -> Insert:
    columns = {"called_office_id": office_at(), "source": literal(source, Feedback.source.type), **TOLD}
    told = select(*columns.values()).select_from(call).where(office_at().is_not(None))  # of no office nothing is told
    return insert(Feedback).from_select(list(columns), told)


def _told(wanted: Insert) -> Beside:
    kept = wanted.returning(CALL_ID.label("call_id"), *_REPORT).cte("report")
    return Beside((kept, events.reported(kept, RANK)), _reported_values(_every_report(kept)))


_REPORT = (Feedback.called_office_id, Feedback.source, Feedback.outcome)


def _reported_values(reports: _Reports) -> Values:
    """What was reported of the whole call: the best of its offices; of each, what counts of it."""
    every = reports.subquery()
    per_office = select(every.c.source, every.c.outcome).ext(distinct_on(every.c.called_office_id))
    told = per_office.order_by(every.c.called_office_id, by_rank(every.c.source)).subquery()
    best = case({outcome: rank for rank, outcome in enumerate(ReportedOutcome)}, value=told.c.outcome)
    return {
        "reported_outcome": select(told.c.outcome).order_by(best).limit(1).scalar_subquery(),
        "reported_source": select(told.c.source).order_by(best).limit(1).scalar_subquery(),
    }


def _every_report(kept: CTE) -> _Reports:
    """Those of the call as they were, but for the one that is written in this statement, and that one."""
    return union_all(_but_for(kept), select(kept.c.called_office_id, kept.c.source, kept.c.outcome))


def _but_for(one: CTE) -> _Reports:
    """Those of the call as they were, without the one that is written, or deleted, in this statement."""
    is_it = and_(one.c.called_office_id == Feedback.called_office_id, one.c.source == Feedback.source)
    return select(*_REPORT).join(CalledOffice).where(CalledOffice.call_id == CALL_ID, ~exists().where(is_it))

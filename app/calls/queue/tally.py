"""Counts how the offices' numbers answered, by the day, once for each call: pages read this, and never the calls."""

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    any_,
    cast,
    false,
    func,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.clock import EASTERN
from models import (
    LEG_ENDINGS,
    Call,
    CalledOffice,
    CallSource,
    Feedback,
    Leg,
    LegStatus,
    LineDay,
    OfficeLine,
    ReportSource,
)

AT_ONCE = 5000  # rows; what is left is counted the next time
SHOWED = {
    "answered": LegStatus.COMPLETED,
    "busy": LegStatus.BUSY,
    "no_answer": LegStatus.NO_ANSWER,
    "failed": LegStatus.FAILED,
}
COUNTED = (*SHOWED, "mailbox_full")

# Word for word as the index has it, which holds the few reports of which it says otherwise than they are tallied.
IS_FULL = Feedback.outcome == literal_column("'mailbox-full'")
_BY_SUPPORTER = (Feedback.source != ReportSource.ORGANIZER).label("by_supporter")
NOBODY = literal(0)


def tally_lines(session: Session | Connection) -> None:
    """Count what ended or was told since the last time; how late it comes, and how often this runs, changes nothing."""
    for counted in (_ended_legs(), _full_mailboxes()):
        session.execute(select(literal(1)).add_cte(counted))


def _ended_legs() -> CTE:
    wanted = select(Leg.id).where(Leg.called_office_id.is_not(None), ~Leg.tallied, Leg.status.in_(sorted(LEG_ENDINGS)))
    ended = (
        update(Leg)
        .where(~Leg.tallied, _one_of(Leg.id, wanted))
        .values(tallied=True)
        .returning(Leg.called_office_id, Leg.status)
        .cte("ended")
    )
    shown = {name: func.count().filter(ended.c.status == status) for name, status in SHOWED.items()}
    return _into_days(ended, {**shown, "mailbox_full": NOBODY})


def _full_mailboxes() -> CTE:
    """Somebody may say it by key and on the page, which counts once, and take it back, which counts no more.

    What an organizer corrects is no call that heard it: it may go again, and is counted by no line.
    """
    wanted = select(Feedback.called_office_id).where(Feedback.tallied != IS_FULL)
    told = (
        select(Feedback.id, Feedback.called_office_id, Feedback.tallied, IS_FULL.label("is_full"), _BY_SUPPORTER)
        .where(_one_of(Feedback.called_office_id, wanted))
        .with_for_update()
        .cte("told")
    )
    kept = update(Feedback).where(Feedback.id == told.c.id, told.c.is_full != told.c.tallied)
    more = _any_supporter(told.c.is_full, told) - _any_supporter(told.c.tallied, told)
    offices = select(told.c.called_office_id, more.label("more")).group_by(told.c.called_office_id)
    office = offices.add_cte(kept.values(tallied=told.c.is_full).cte("kept")).cte("office")
    return _into_days(office, {**dict.fromkeys(SHOWED, NOBODY), "mailbox_full": func.sum(office.c.more)})


def _any_supporter(says: ColumnElement[bool], told: CTE) -> ColumnElement[int]:
    """1 where a supporter does, else 0."""
    return cast(func.coalesce(func.bool_or(says).filter(told.c.by_supporter), false()), Integer)


def _one_of(column: SQLColumnExpression[int], wanted: Select[int]) -> ColumnElement[bool]:
    """First which, then what: the database cannot guess how few they are, and would read everything for them."""
    few = wanted.order_by(*wanted.selected_columns).limit(AT_ONCE)
    return column == any_(func.array(few.scalar_subquery()))


def _into_days(happened: CTE, counts: dict[str, SQLColumnExpression[int]]) -> CTE:
    """In the order of their keys, so that two workers at once never wait for each other in a circle."""
    day = cast(func.timezone(EASTERN.key, Call.created_at), Date)
    rows = (
        select(OfficeLine.e164, day, *(counts[name] for name in COUNTED), func.max(Call.created_at))
        .select_from(happened)
        .join(CalledOffice, CalledOffice.id == happened.c.called_office_id)
        .join(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .join(Call, Call.id == CalledOffice.call_id)
        .where(~Call.rehearsal, Call.source != CallSource.OWN_PHONE)  # who reports those is known to nobody
        .group_by(literal_column("1"), literal_column("2"))
        .order_by(literal_column("1"), literal_column("2"))
    )
    new = insert(LineDay).from_select(["e164", "day", *COUNTED, "last_tried"], rows)
    added = {name: getattr(LineDay, name) + new.excluded[name] for name in COUNTED}
    latest = func.greatest(LineDay.last_tried, new.excluded.last_tried)
    key = [LineDay.e164, LineDay.day]
    return new.on_conflict_do_update(index_elements=key, set_={**added, "last_tried": latest}).cte("counted")

"""What changes a call under way: news of a leg, a report. One statement each, and one more when a leg is over."""

from sqlalchemy import Boolean, Connection
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import Told, kept
from app.calls.life.derived import derived_values
from app.calls.life.legs import LegNews, leg_told
from app.calls.life.reports import Report, told_on_page
from app.calls.life.status import CallState, Change, changing
from app.store.job_queue import defer
from app.store.once import Once, Row, param
from app.store.rows import by_name
from models import CallStatus, EndReason, EventSource

_CHANGED = Once(changing())
_LEG_TOLD = Once(changing(leg_told))
_CARRIER_TOLD = Once(changing(leg_told, gate=kept))
_TOLD_ON_PAGE = Once(changing(told_on_page))
_DERIVED = Once(changing(also=derived_values(), was_over=param("was_over", Boolean)))


def update_call(
    session: Session,
    call_id: int,
    status: CallStatus | None,
    *,
    source: EventSource,
    rank: int | None = None,
    reason: EndReason | None = None,
) -> CallState | None:
    """Move the call if it may. Returns its new state."""
    return apply(session, _CHANGED, call_id, Change(status, source, rank, reason))


def apply_news(session: Session, call_id: int, news: LegNews, *, source: EventSource) -> CallState | None:
    """Keep the news and move the call by it. Returns the call's new state."""
    change = Change(news.means, source, news.rank)
    return apply(session, _LEG_TOLD, call_id, change, **news.values())


def apply_told(session: Session | Connection, call_id: int, told: Told, news: LegNews) -> CallState | None:
    """The same for what the carrier tells by itself: None, and nothing done, where it told that before."""
    change = Change(news.means, EventSource.CARRIER, news.rank)
    return apply(session, _CARRIER_TOLD, call_id, change, **told.values(), **news.values())


def keep_report_of_page(session: Session, call_id: int, rank: int, report: Report) -> None:
    """Keep what was said on the page of the office at `rank`, in place of what was said there before."""
    apply(session, _TOLD_ON_PAGE, call_id, Change(None, EventSource.PAGE, rank), **report.values())


def apply(
    session: Session | Connection, statement: Once, call_id: int, change: Change, **told: object
) -> CallState | None:
    """Run a statement that `changing` made. Returns the call's new state, None if there is no such, or it was done.

    What came of a call is derived from all its legs, once one is over: all but this and another leg of the same call,
    which end at the same moment when a supporter hangs up, have been written, since nobody else changes the call.
    """
    row = statement.row(session, call_id=call_id, **change.values(), **told)
    if row is None:
        return None
    if row["is_freed"]:
        defer(session, "ring_waiting", call_id=call_id)
    return by_name(CallState, _derived(session, call_id, change, row) or row)


def _derived(session: Session | Connection, call_id: int, change: Change, row: Row) -> Row | None:
    """Derive what came of it, where that may have changed."""
    if not (row.get("is_over") or ("is_over" in row and row["was_over"])):
        return None
    change = Change(None, change.source)
    return _DERIVED.row(session, call_id=call_id, was_over=row["was_over"], **change.values())

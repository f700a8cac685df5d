"""What changes a call under way: news of a leg, a report. One statement each, and one more when a leg is over."""

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection, Select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import Told, kept
from app.calls.life.derived import derived_values, leg_ended
from app.calls.life.legs import LegNews, ending, leg_told
from app.calls.life.own_legs import is_of_its_leg
from app.calls.life.reports import Report, corrected_by_team, taken_back_by_team, told_on_page
from app.calls.life.status import CallState, Change, changing, frees_nobody, is_as_seen
from app.limits.feedback import Changes
from app.store.job_queue import defer
from app.store.once import Once
from app.store.rows import by_name
from app.store.unit import LightUnit
from models import CallStatus, EndReason, EventSource, LegRole


def _of_each(make: Callable[[LegRole], Select[*tuple[object, ...]]]) -> dict[LegRole, Once]:
    """The statement for each leg of a call."""
    return {role: Once(partial(make, role)) for role in LegRole}


_CHANGED = Once(changing)
_LEG_TOLD = Once(lambda: changing(leg_told))
_CARRIER_TOLD = _of_each(lambda role: changing(leg_told, gate=kept, only_if=(is_of_its_leg(role),)))
_TOLD_ON_PAGE = Once(lambda: changing(told_on_page))
_CORRECTED = Once(lambda: changing(corrected_by_team))
_TAKEN_BACK = Once(lambda: changing(taken_back_by_team))
_LEG_ENDED = Once(ending)
_CARRIER_TOLD_OF_PLAIN_END = _of_each(
    lambda role: changing(leg_ended, gate=kept, only_if=(is_of_its_leg(role), is_as_seen(), frees_nobody()))
)
_CARRIER_TOLD_OF_END = _of_each(lambda role: ending(is_of_its_leg(role), gate=kept))
_BRIDGE_ENDED = Once(lambda: ending(gate=kept))
_DERIVED = Once(lambda: changing(also=derived_values()))
_DERIVES = (_DERIVED, *_CARRIER_TOLD_OF_PLAIN_END.values())


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
    if news.is_end:
        _LEG_ENDED.row(session, call_id=call_id, rank=news.rank, **news.values())
        return apply(session, _DERIVED, call_id, change)
    return apply(session, _LEG_TOLD, call_id, change, **news.values())


def apply_told(
    work: LightUnit, call_id: int, told: Told, news: LegNews, reason: EndReason | None = None
) -> CallState | None:
    """The same for what the carrier tells by itself.

    None, and nothing done, where it told that before, or tells it of a leg that is not the call's.

    The end of a leg is one statement, too, unless somebody else changes the call at that very moment, or waits for its
    line: when a supporter hangs up both legs end, and what came of the call is derived from what both reports wrote.
    """
    change = Change(news.means, EventSource.CARRIER, news.rank, reason)
    both = {**told.values(), **news.values(), "parent_sid": told.parent}
    if not news.is_end:
        return apply(work.connection, _CARRIER_TOLD[news.role], call_id, change, **both)
    if state := apply(work.connection, _CARRIER_TOLD_OF_PLAIN_END[news.role], call_id, change, **both):
        return state
    work.keep_together()
    if _CARRIER_TOLD_OF_END[news.role].row(work.connection, call_id=call_id, rank=news.rank, **both) is None:
        return None
    return apply(work.connection, _DERIVED, call_id, change)


def keep_bridge_end(session: Session | Connection, call_id: int, told: Told, news: LegNews) -> bool:
    """Keep that an office's leg is over, of which the call is then to be told with `derived_values`.

    Returns False where that was kept before.

    That is a statement of its own: it waits for whoever changes the call, and only the next one sees what they did.
    When a supporter hangs up both legs end at the same moment.
    """
    values = {**told.values(), **news.values()}
    return _BRIDGE_ENDED.row(session, call_id=call_id, rank=news.rank, **values) is not None


def keep_report_of_page(session: Session, call_id: int, rank: int, report: Report, allowed: Changes) -> None:
    """Keep what was said on the page of the office at `rank`, in place of what was said there before if that may be."""
    told = {**report.values(), **allowed.values()}
    apply(session, _TOLD_ON_PAGE, call_id, Change(None, EventSource.PAGE, rank), **told)


def keep_correction(session: Session, call_id: int, rank: int, report: Report) -> None:
    """Keep what an organizer knows better of the office at `rank`; what the lines showed stays as it is."""
    change = Change(None, EventSource.TEAM, rank)
    _CORRECTED.row(session, call_id=call_id, **change.values(), **report.values())


def take_correction_back(session: Session, call_id: int, rank: int) -> None:
    """Let what the supporter said of the office at `rank` count again; nothing, where nobody corrected it."""
    _TAKEN_BACK.row(session, call_id=call_id, **Change(None, EventSource.TEAM, rank).values())


def apply(
    session: Session | Connection, statement: Once, call_id: int, change: Change, **told: object
) -> CallState | None:
    """Run a statement that `changing` made. Returns the call's new state, None if there is no such, or it was done.

    What is told late of a call that is over changes what came of it.
    """
    row = statement.row(session, call_id=call_id, **change.values(), **told)
    if row is None:
        return None
    if row["is_freed"]:
        defer(session, "ring_waiting", call_id=call_id)
    if row["was_over"] and statement not in _DERIVES:
        again = Change(None, change.source)
        row = _DERIVED.row(session, call_id=call_id, **again.values()) or row
    return by_name(CallState, row)

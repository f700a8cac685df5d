"""How often something may be done: counted by the database in one statement, so that no crowd gets past it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    DateTime,
    Integer,
    LargeBinary,
    String,
    and_,
    delete,
    exists,
    func,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import array, insert
from sqlalchemy.orm import Session

from app.guard.keys.days import Marks
from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PhoneVault
from app.store.once import Once, any_mark, mark_array, param
from models import Limited, RateLimit

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So often within a window, for each who does it."""

    purpose: Limited
    at_most: int
    window: timedelta = AN_HOUR

    def values(self, vault: PhoneVault, who: str, now: datetime) -> dict[str, object]:
        """As parameters of a statement with `counted` in it."""
        marks = _marks(vault, self, who)
        return {
            "limit": self.purpose,
            "limited": marks.today,
            "limited_marks": mark_array(marks.held),
            "at_most": self.at_most,
            "counted_at": now,
            "counts_from": now - self.window,
            "counts_until": now + self.window,
        }


_AT_MOST = param("at_most", Integer)
_COUNTS_FROM = param("counts_from", DateTime(timezone=True))
_WHAT, _WHO = param("limit", String), param("limited", LargeBinary)
_THEIRS = and_(RateLimit.purpose == _WHAT, RateLimit.who_hash == _WHO)
_KNOWN = and_(RateLimit.purpose == _WHAT, RateLimit.who_hash == any_mark("limited_marks"))  # under all days' keys
_OLDEST = RateLimit.recent[_AT_MOST]


def counted(happened: CTE | None = None, only_if: ColumnElement[bool] | None = None) -> CTE:
    """Count what happened once more by the parameters of `Limit.values`; no row if that was often enough already.

    The row keeps the newest `at_most` times; the oldest of them must have left the window.
    """
    now = param("counted_at", DateTime(timezone=True))
    columns = {
        "purpose": _WHAT,
        "who_hash": _WHO,
        "recent": array([now]),
        "over_at": param("counts_until", DateTime(timezone=True)),
    }
    row = select(*columns.values()).where(~often_enough(), true() if only_if is None else only_if)
    first = insert(RateLimit).from_select(list(columns), row if happened is None else row.select_from(happened))
    is_over = func.coalesce(_OLDEST <= _COUNTS_FROM, true())
    once_more = first.on_conflict_do_update(
        index_elements=[RateLimit.purpose, RateLimit.who_hash],
        set_={"recent": func.array_prepend(now, RateLimit.recent[1 : _AT_MOST - 1]), "over_at": first.excluded.over_at},
        where=is_over,
    )
    return once_more.returning(RateLimit.purpose).cte("counted")


def often_enough() -> ColumnElement[bool]:
    """In a statement: whether that was done so often already, by the parameters of `Limit.values`."""
    return exists().where(_KNOWN, _OLDEST > _COUNTS_FROM)


_COUNT = Once(lambda: select(counted().c.purpose))
_GIVEN_BACK = Once(
    lambda: select(
        update(RateLimit)
        .where(_THEIRS)
        .values(recent=RateLimit.recent[2:_AT_MOST])
        .returning(RateLimit.purpose)
        .cte("given_back")
        .c.purpose
    )
)


def admit(session: Session, vault: PhoneVault, limit: Limit, who: str, *, now: datetime) -> bool:
    """Count once more for `who`, unless that was done `at_most` times within the window.

    Without a database nobody is admitted: the error ends whatever was to be done.
    """
    return _COUNT.row(session, **limit.values(vault, who, now)) is not None


def give_back(session: Session | Connection, counted_as: Mapping[str, object]) -> None:
    """Let what was counted last, by these `Limit.values`, count no more: it did not happen."""
    _GIVEN_BACK.row(session, **counted_as)


def forget(session: Session, vault: PhoneVault, limit: Limit, who: str) -> None:
    """Let what was counted for `who` count no more."""
    theirs = (RateLimit.purpose == limit.purpose) & RateLimit.who_hash.in_(_marks(vault, limit, who).held)
    session.execute(delete(RateLimit).where(theirs))


def forget_what_is_over(session: Session, now: datetime) -> None:
    """Delete the rows that count for nothing any more."""
    session.execute(delete(RateLimit).where(RateLimit.over_at <= now))


def _marks(vault: PhoneVault, limit: Limit, who: str) -> Marks:
    return vault.marks(who, purpose=limit.purpose, of=KeyOf.LIMITS)

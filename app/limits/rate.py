"""How often something may be done: counted by the database in one statement, so that no crowd gets past it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import CTE, ColumnElement, DateTime, Integer, LargeBinary, String, delete, func, select, true
from sqlalchemy.dialects.postgresql import array, insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.store.once import Once, param
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
        return {
            "limit": self.purpose,
            "limited": _hash(vault, self, who),
            "at_most": self.at_most,
            "counted_at": now,
            "counts_from": now - self.window,
            "counts_until": now + self.window,
        }


def counted(happened: CTE | None = None, only_if: ColumnElement[bool] | None = None) -> CTE:
    """Count what happened once more by the parameters of `Limit.values`; no row if that was often enough already.

    The row keeps the newest `at_most` times; the oldest of them must have left the window.
    """
    at_most, now = param("at_most", Integer), param("counted_at", DateTime(timezone=True))
    columns = {
        "purpose": param("limit", String),
        "who_hash": param("limited", LargeBinary),
        "recent": array([now]),
        "over_at": param("counts_until", DateTime(timezone=True)),
    }
    row = select(*columns.values()).where(true() if only_if is None else only_if)
    first = insert(RateLimit).from_select(list(columns), row if happened is None else row.select_from(happened))
    recent, oldest = RateLimit.recent[1 : at_most - 1], RateLimit.recent[at_most]
    is_over = func.coalesce(oldest <= param("counts_from", DateTime(timezone=True)), true())
    once_more = first.on_conflict_do_update(
        index_elements=[RateLimit.purpose, RateLimit.who_hash],
        set_={"recent": func.array_prepend(now, recent), "over_at": first.excluded.over_at},
        where=is_over,
    )
    return once_more.returning(RateLimit.purpose).cte("counted")


_COUNT = Once(select(counted().c.purpose))


def admit(session: Session, vault: PhoneVault, limit: Limit, who: str, *, now: datetime) -> bool:
    """Count once more for `who`, unless that was done `at_most` times within the window.

    Without a database nobody is admitted: the error ends whatever was to be done.
    """
    return _COUNT.row(session, **limit.values(vault, who, now)) is not None


def forget(session: Session, vault: PhoneVault, limit: Limit, who: str) -> None:
    """Let what was counted for `who` count no more."""
    theirs = (RateLimit.purpose == limit.purpose) & (RateLimit.who_hash == _hash(vault, limit, who))
    session.execute(delete(RateLimit).where(theirs))


def forget_what_is_over(session: Session, now: datetime) -> None:
    """Delete the rows that count for nothing any more."""
    session.execute(delete(RateLimit).where(RateLimit.over_at <= now))


def _hash(vault: PhoneVault, limit: Limit, who: str) -> bytes:
    return vault.fingerprint(who, purpose=limit.purpose)

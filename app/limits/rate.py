"""How often something may be done: counted by the database in one statement, so that no crowd gets past it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, literal
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from models import Limited, RateLimit

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So often within a window, for each who does it."""

    purpose: Limited
    at_most: int
    window: timedelta = AN_HOUR


def admit(session: Session, vault: PhoneVault, limit: Limit, who: str, *, now: datetime) -> bool:
    """Count once more for `who`, unless that was done `at_most` times within the window.

    The row keeps the newest `at_most` times; the oldest of them must have left the window. Without a database nobody is
    admitted: the error ends whatever was to be done.
    """
    recent, oldest = RateLimit.recent, RateLimit.recent[limit.at_most]
    first = insert(RateLimit).values(
        purpose=limit.purpose, who_hash=_hash(vault, limit, who), recent=[now], over_at=now + limit.window
    )
    once_more = first.on_conflict_do_update(
        index_elements=[RateLimit.purpose, RateLimit.who_hash],
        set_={
            "recent": func.array_prepend(literal(now), recent[1 : limit.at_most - 1]),
            "over_at": first.excluded.over_at,
        },
        where=func.coalesce(oldest, literal(now) - 2 * limit.window) <= literal(now) - limit.window,
    )
    return session.execute(once_more.returning(RateLimit.purpose)).first() is not None


def forget(session: Session, vault: PhoneVault, limit: Limit, who: str) -> None:
    """Let what was counted for `who` count no more."""
    theirs = (RateLimit.purpose == limit.purpose) & (RateLimit.who_hash == _hash(vault, limit, who))
    session.execute(delete(RateLimit).where(theirs))


def forget_what_is_over(session: Session, now: datetime) -> None:
    """Delete the rows that count for nothing any more."""
    session.execute(delete(RateLimit).where(RateLimit.over_at <= now))


def _hash(vault: PhoneVault, limit: Limit, who: str) -> bytes:
    return vault.fingerprint(who, purpose=limit.purpose)

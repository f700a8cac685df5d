"""How often a number may be rung: decided by the database in one statement, so that no crowd gets past it."""

from datetime import datetime, timedelta

from sqlalchemy import func, literal
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import PhoneLimit

WINDOW = timedelta(hours=1)


def admit(session: Session, phone_hash: bytes, *, now: datetime, at_most: int) -> bool:
    """Count one more ring of this number, unless it was rung `at_most` times within the last hour.

    The row keeps the newest `at_most` times; the oldest of them must have left the window.
    """
    recent, oldest = PhoneLimit.recent, PhoneLimit.recent[at_most]
    counted = insert(PhoneLimit).values(phone_hash=phone_hash, recent=[now])
    admitted = counted.on_conflict_do_update(
        index_elements=[PhoneLimit.phone_hash],
        set_={"recent": func.array_prepend(literal(now), recent[1 : at_most - 1])},
        where=func.coalesce(oldest, literal(now) - 2 * WINDOW) <= literal(now) - WINDOW,
    ).returning(PhoneLimit.phone_hash)
    return session.execute(admitted).first() is not None

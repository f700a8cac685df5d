"""How often one name may be tried: decided by the database in one statement, before any password is looked at."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, literal, or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models.sign_in_limit import SignInLimit

WINDOW = timedelta(minutes=1)
AT_MOST = 5


def admit_try(session: Session, name_hash: bytes, *, now: datetime) -> bool:
    """Count one more try under this name, unless there were five within the last minute. Does not commit."""
    recent, oldest = SignInLimit.recent, SignInLimit.recent[AT_MOST]
    counted = insert(SignInLimit).values(name_hash=name_hash, recent=[now])
    admitted = counted.on_conflict_do_update(
        index_elements=[SignInLimit.name_hash],
        set_={"recent": func.array_prepend(literal(now), recent[1 : AT_MOST - 1])},
        where=func.coalesce(oldest, literal(now) - 2 * WINDOW) <= literal(now) - WINDOW,
    ).returning(SignInLimit.name_hash)
    return session.execute(admitted).first() is not None


def forget_tries(session: Session, name_hash: bytes, *, now: datetime) -> None:
    """Forget the tries under a name that has come in, and whatever is too old to count. Does not commit."""
    is_old = SignInLimit.recent[1] <= literal(now) - WINDOW
    session.execute(delete(SignInLimit).where(or_(SignInLimit.name_hash == name_hash, is_old)))

"""A reserve of room on the database's disk: given up when the disk is full, so that calls under way end well.

It stands in the database, since its disk may be another computer's. No new call is taken until it is there again.
"""

from sqlalchemy import Select, exists, func, select, text
from sqlalchemy.orm import Session

from app.store.alerts import raise_alert
from models import Alert, AlertKind, Reserve

DISK_FULL = "53100"  # PostgreSQL's word for it
MB = 64  # for some thousand calls under way, and what the database itself needs to go on
MB_BESIDE = 16  # or the next click would find the disk full again
ROWS_A_MB = 22 * 128  # with so much room left in each page as the table says

CALLS_PAGE = "/organizers/calls"
SENTENCE = (
    "The database's disk is full. Calls under way go on, but no new ones are taken. Make room on it: it goes on by "
    "itself within a minute."
)

EMPTY = text("TRUNCATE reserve")
FILL = text("INSERT INTO reserve SELECT row FROM generate_series(1, :rows) AS row")
SIZE: Select[int] = select(func.pg_relation_size(Reserve.__tablename__))
NO_HURRY = text("SET LOCAL statement_timeout = '60s'")
MINE = select(func.pg_try_advisory_xact_lock(0x526F6F6D))  # "Room"


def says_full(error: BaseException | None) -> bool:
    """Whether it came of a full disk of the database."""
    while error is not None:
        if getattr(getattr(error, "orig", error), "sqlstate", None) == DISK_FULL:
            return True
        error = error.__cause__
    return False


def give_up_reserve(session: Session) -> None:
    """Make room, which is there once this is committed."""
    session.execute(EMPTY)


def tell_full(session: Session) -> None:
    """Let everybody know, and no new call be taken."""
    now = session.scalars(select(func.now())).one()
    raise_alert(session, AlertKind.DISK_FULL, "", SENTENCE, link=CALLS_PAGE, now=now)


def has_reserve(session: Session) -> bool:
    """Whether it is there."""
    return session.scalars(SIZE).one() > 0


def make_reserve(session: Session) -> bool:
    """Take up the room, if there is more than that; whether it is there now. Another may be at it just now.

    Raises:
        OperationalError: there is not enough.
    """
    if not session.scalars(MINE).one():
        return False
    session.execute(NO_HURRY)
    for megabytes in (MB + MB_BESIDE, MB):
        session.execute(EMPTY)
        session.execute(FILL, {"rows": megabytes * ROWS_A_MB})
    return True


def is_full(session: Session) -> bool:
    """Whether the disk is full, as far as anybody was told."""
    return session.scalars(_IS_FULL).one()


_IS_FULL: Select[bool] = select(exists().where(Alert.kind == AlertKind.DISK_FULL, Alert.over_at.is_(None)))

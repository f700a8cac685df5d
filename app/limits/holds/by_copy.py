"""Rings nobody where the database was put there behind our back: from a copy, or set back to an earlier moment.

`flask restore` says so itself. Whoever copies by hand is found out by what no copy carries along: which database this
is, which of its tables, and by which transaction a row in it was written. A disk that is put back has all of these, but
had come further already: that stands outside of it, beside the keys.
"""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import ColumnElement, LargeBinary, delete, exists, func, literal_column, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.guard.keys.seen import Position, Seen
from app.limits.holds.change import hold
from app.limits.holds.restored import KNOWN, RESTORED, UNKNOWN
from app.store.unit import undone_by
from models import KeyCheck

WRITTEN, WHERE = "written", "where it was written"
COPIED = "The database was put here from a copy"
SET_BACK = "The database was set back to an earlier moment"
SENTENCE = (
    "{what}. It knows nothing of calls since then{refusals}. Before it rings: see that no other server runs on it, or "
    "on a copy of it, and that the log is whole."
)

_HERE: ColumnElement[bytes] = func.sha256(
    literal_column(
        "convert_to((SELECT concat_ws('/', here.oid, mark.tableoid, mark.xmin) FROM key_check AS mark, pg_database AS "
        f"here WHERE mark.name = '{WRITTEN}' AND here.datname = current_database()), 'UTF8')"  # nosec B608 # our own constant
    ),
    type_=LargeBinary,
)
_POSITION = text(
    "SELECT system_identifier AS cluster, pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint AS written "
    "FROM pg_control_system()"
)


def is_copied() -> ColumnElement[bool]:
    """In a statement: whether it was marked somewhere else. Two rows, whatever is in the log."""
    return exists().where(KeyCheck.name == WHERE, KeyCheck.digest.is_distinct_from(_HERE))


def look_at_database(session: Session, seen: Seen, now: datetime, *, knows_refusals: bool = False) -> bool:
    """Hold every campaign back where it is a copy, or was set back, and remember how far it is now.

    Returns whether it was held back for that just now.
    """
    refusals = KNOWN if knows_refusals else UNKNOWN
    is_held = False
    if session.scalar(select(is_copied())):
        is_held = hold(session, RESTORED, SENTENCE.format(what=COPIED, refusals=refusals), now)
        mark_anew(session)
    _mark(session)
    last, position = seen.last(), _position(session)  # in this order: others remember meanwhile
    if position is not None and position.is_before(last):
        is_held = hold(session, RESTORED, SENTENCE.format(what=SET_BACK, refusals=refusals), now) or is_held
    if position is not None and not is_held:  # else it is seen once more, in case that this is not committed
        with suppress(OSError):  # the doctor says what is wrong with that folder
            seen.keep(position)
    return is_held


def mark_anew(session: Session) -> None:
    """From now on it is known to be here."""
    session.execute(delete(KeyCheck).where(KeyCheck.name.in_([WRITTEN, WHERE])))
    _mark(session)


def _mark(session: Session) -> None:
    session.execute(insert(KeyCheck).values(name=WRITTEN, digest=b"").on_conflict_do_nothing())
    where = insert(KeyCheck).values(name=WHERE, digest=select(_HERE).scalar_subquery())
    session.execute(where.on_conflict_do_nothing())


def _position(session: Session) -> Position | None:
    """How far it is; None where a database of another make does not tell."""
    row = None
    with undone_by(DBAPIError, session):
        row = session.execute(_POSITION).one()
    return Position(row.cluster, row.written) if row else None

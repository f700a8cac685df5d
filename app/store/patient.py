"""Waits for the moment at which a migration disturbs nobody: calls are under way while tables change.

Whoever wants a table for itself stops everybody who comes after, so it wants it for a second at most, and asks again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import OperationalError

LONGEST_LOCK = "1s"
WAITS_SECONDS = 300.0
TRIES_AGAIN_SECONDS = 1.0
MIGRATES = 0x4D696772  # "Migr": an advisory lock of this database, held by whoever changes its tables or copies them

IN_USE = "a table that it changes is in use"
NOT_ALONE = "another upgrade or a backup is under way"
DUMPED = "pg_dump is copying the database"

_GIVES_WAY = (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected)
_ALONE = select(func.pg_try_advisory_lock(MIGRATES))
_LET_GO = select(func.pg_advisory_unlock(MIGRATES))
_IS_DUMPED = text(
    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pg_dump')"
)
_OLDEST = text(
    "SELECT pid, application_name, date_trunc('second', clock_timestamp() - xact_start)::text AS since "
    "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL "
    "ORDER BY xact_start LIMIT 1"
)

Tell = Callable[[str], None]


class NotNow(Exception):
    """A migration found no moment: a sentence that says why, and what to do."""

    def __init__(self, why: str, oldest: str) -> None:
        super().__init__(
            f"The database was not brought up to date: {why}{oldest}. What was done before stays, and nothing is half "
            "done. Run it again when that is over."
        )


def patiently(
    connection: Connection, change: Callable[[], None], *, tell: Tell, waits_seconds: float = WAITS_SECONDS
) -> None:
    """Run `change`, again and again until nobody is in its way; what it commits before it gives way stays.

    Raises:
        NotNow: somebody was in its way all the time.
    """
    until, told = time.monotonic() + waits_seconds, ""
    with _gives_way(connection):
        while why := _why_not(connection, change):
            if time.monotonic() >= until:
                raise NotNow(why, _oldest(connection))
            if why != told:
                tell(f"Waiting, for {why}.")
                told = why
            time.sleep(min(TRIES_AGAIN_SECONDS, waits_seconds))


@contextmanager
def _gives_way(connection: Connection) -> Iterator[None]:
    """Wait for a lock so long and no longer, and for a statement as long as it takes: it moves what there is."""
    connection.exec_driver_sql(f"SET lock_timeout = '{LONGEST_LOCK}'")
    connection.exec_driver_sql("SET statement_timeout = 0")
    connection.commit()
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql("RESET lock_timeout")
        connection.exec_driver_sql("RESET statement_timeout")
        connection.commit()


def _why_not(connection: Connection, change: Callable[[], None]) -> str:
    """Why it could not be done just now; nothing where it was."""
    if not connection.scalar(_ALONE):
        connection.rollback()
        return NOT_ALONE
    try:
        return DUMPED if connection.scalar(_IS_DUMPED) else _try(connection, change)
    finally:
        connection.rollback()
        connection.execute(_LET_GO)
        connection.commit()


def _try(connection: Connection, change: Callable[[], None]) -> str:
    connection.rollback()  # Alembic begins its transactions itself
    try:
        change()
        connection.commit()
    except OperationalError as error:
        if not isinstance(error.orig, _GIVES_WAY):
            raise
        return IN_USE
    return ""


def _oldest(connection: Connection) -> str:
    """Whose transaction has been open for longest: as a rule it is in the way."""
    row = connection.execute(_OLDEST).one_or_none()
    connection.rollback()
    if row is None:
        return ""
    return f" (open for longest: process {row.pid}, {row.application_name or 'unnamed'}, for {row.since})"

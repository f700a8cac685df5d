"""What our own PostgreSQL keeps out of its log: what was sent to it, and what stood in the rows that it complains of.

By itself it writes the values of a row that is refused (DETAIL: Key (phone_hash)=…) and the statement; the log has
neither an end nor a lock, and goes into every backup of a disk.
"""

from pathlib import Path

import psycopg
from psycopg import sql

QUIET = {
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
AS_THEY_ARE = "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)"


def not_quiet(connection: psycopg.Connection[tuple[str, str]]) -> list[str]:
    """The settings by which a server's log may show what is in its tables; none where it is quiet."""
    rows = connection.execute(AS_THEY_ARE, [list(QUIET)]).fetchall()
    return sorted(name for name, now in rows if QUIET[name] != now)


def keep_quiet(connection: psycopg.Connection[tuple[str, str]], log: Path) -> None:
    """Let the server be quiet from now on, and empty its log where it was not: what stands there is what we forget.

    The connection commits each statement by itself.
    """
    loud = not_quiet(connection)
    for name in loud:
        connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(QUIET[name])))
    if loud:
        connection.execute("SELECT pg_reload_conf()")
        log.write_bytes(b"")

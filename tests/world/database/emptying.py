"""Empties the tables that a test filled; to truncate all there are takes longer than most tests."""

from psycopg import Connection, sql

from models import Base

STAYS = {"district", "office_holder", "office_line", "holder_line", "roster", "reserve"}
JOBS = ("procrastinate_events", "procrastinate_periodic_defers", "procrastinate_jobs", "procrastinate_workers")

# Whatever points elsewhere comes first. Rows count from 1 again, but for campaigns: words in memory go by their ids.
TABLES = [table for table in reversed(Base.metadata.sorted_tables) if table.name not in STAYS]
GOES_ON_COUNTING = {"campaign"}
WRITTEN_ONCE = {"audit_event"}  # a trigger keeps it; only a test may begin anew
SEQUENCES = {
    table.name: f"{table.name}_id_seq"
    for table in TABLES
    if "id" in table.columns and table.c.id.identity and table.name not in GOES_ON_COUNTING
}


def _was_used(name: str) -> sql.Composed:
    """Whether something stands there, or stood there and was taken back: it has counted on all the same."""
    filled = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(name, sql.Identifier(name))
    if name not in SEQUENCES:
        return filled
    return filled + sql.SQL(" OR (SELECT is_called FROM {})").format(sql.Identifier(SEQUENCES[name]))


USED = sql.SQL(" UNION ALL ").join(map(_was_used, (*(table.name for table in TABLES), *JOBS)))


def empty_tables(connection: Connection) -> None:
    """Delete every row that is not a fact of the small world."""
    for (name,) in connection.execute(USED).fetchall():
        _delete(connection, name)
        if name in SEQUENCES:
            connection.execute(sql.SQL("ALTER SEQUENCE {} RESTART").format(sql.Identifier(SEQUENCES[name])))


def _delete(connection: Connection, name: str) -> None:
    table = sql.Identifier(name)
    if name in WRITTEN_ONCE:
        connection.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table))
    connection.execute(sql.SQL("DELETE FROM {}").format(table))
    if name in WRITTEN_ONCE:
        connection.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(table))

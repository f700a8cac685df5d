"""Empties the tables that a test filled; to truncate all there are takes longer than most tests."""

from weakref import WeakSet

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


# The server does it all in one call: to ask which tables were filled, and then of each, cost more than it takes.
EMPTY = sql.SQL("""
CREATE FUNCTION pg_temp.empty_what_was_filled() RETURNS void LANGUAGE plpgsql AS $$
DECLARE used text;
BEGIN
    FOREACH used IN ARRAY ARRAY({used}) LOOP
        IF used = ANY ({written_once}) THEN EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', used); END IF;
        EXECUTE format('DELETE FROM %I', used);
        IF used = ANY ({written_once}) THEN EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', used); END IF;
        IF used = ANY ({counted}) THEN PERFORM setval(format('%I', used || '_id_seq')::regclass, 1, false); END IF;
    END LOOP;
END $$
""").format(
    used=sql.SQL(" UNION ALL ").join(map(_was_used, (*(table.name for table in TABLES), *JOBS))),
    written_once=sql.Literal(list(WRITTEN_ONCE)),
    counted=sql.Literal(list(SEQUENCES)),
)

_can: WeakSet[Connection] = WeakSet()


def empty_tables(connection: Connection) -> None:
    """Delete every row that is not a fact of the small world."""
    if connection not in _can:
        connection.execute(EMPTY)
        _can.add(connection)
    connection.execute("SELECT pg_temp.empty_what_was_filled()")

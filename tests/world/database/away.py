"""Takes a database away from those who connect to it anew, and gives it back."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

CUT = "SELECT pg_terminate_backend(pid) FROM unnest(%s::int[]) AS pid"
SWITCH = "ALTER DATABASE {} ALLOW_CONNECTIONS {}"


@contextmanager
def away(server: str, database_url: str, cut: Collection[int] = ()) -> Iterator[None]:
    """Nobody connects to it for as long as this lasts; these of its processes go, others stay connected."""
    name = sql.Identifier(make_url(database_url).database or "")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(SWITCH).format(name, sql.SQL("false")))
        connection.execute(CUT, [list(cut)])
        try:
            yield
        finally:
            connection.execute(sql.SQL(SWITCH).format(name, sql.SQL("true")))

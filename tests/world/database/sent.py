"""Every statement that is sent to a database, seen where all of them leave: some are not sent by SQLAlchemy."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Engine

Look = Callable[[psycopg.Cursor[Any], str, Any], None]


@contextmanager
def each_sent(engine: Engine, look: Look) -> Iterator[None]:
    """Calls `look` with the cursor, the statement and its values, before each is sent to the engine's database."""
    execute = psycopg.Cursor.execute

    def seen(cursor: psycopg.Cursor[Any], query: Any, params: Any = None, **how: Any) -> psycopg.Cursor[Any]:
        if cursor.connection.info.dbname == engine.url.database:
            psycopg.Cursor.execute = execute  # what `look` asks is not looked at
            try:
                look(cursor, query.decode() if isinstance(query, bytes) else str(query), params)
            finally:
                psycopg.Cursor.execute = seen
        return execute(cursor, query, params, **how)

    psycopg.Cursor.execute = seen
    try:
        yield
    finally:
        psycopg.Cursor.execute = execute

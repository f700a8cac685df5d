"""Counts what a request costs the database."""

from typing import Any, Self

import psycopg
from sqlalchemy import Connection, Engine, event


class StatementCounter:
    """SQL statements to an engine's database since `reset`, and commits of transactions that wrote or locked something.

    To commit what only read costs the database what a rollback does. Statements are counted where all of them leave
    for the database: some are not sent by SQLAlchemy.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._execute = psycopg.Cursor.execute
        self.statements: list[str] = []
        self.commits = 0

    def reset(self) -> None:
        """Count from here."""
        self.statements, self.commits = [], 0

    def _commit(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver
        (wrote,) = self._execute(driver.cursor(), "SELECT pg_current_xact_id_if_assigned() IS NOT NULL").fetchone()
        self.commits += wrote

    def _count(self) -> Any:
        def execute(cursor: psycopg.Cursor[Any], query: Any, *how: Any, **more: Any) -> psycopg.Cursor[Any]:
            if cursor.connection.info.dbname == self._engine.url.database:
                self.statements.append(str(query))
            return self._execute(cursor, query, *how, **more)

        return execute

    def __enter__(self) -> Self:
        psycopg.Cursor.execute = self._count()
        event.listen(self._engine, "commit", self._commit)
        return self

    def __exit__(self, *_: object) -> None:
        psycopg.Cursor.execute = self._execute
        event.remove(self._engine, "commit", self._commit)

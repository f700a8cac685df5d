"""Counts what a request costs the database."""

from typing import Any, Self

from sqlalchemy import Connection, Engine, event


class StatementCounter:
    """SQL statements on an engine since `reset`, and commits of transactions that wrote or locked something.

    To commit what only read costs the database what a rollback does.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.statements: list[str] = []
        self.commits = 0

    def reset(self) -> None:
        """Count from here."""
        self.statements, self.commits = [], 0

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self.statements.append(statement)

    def _commit(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver
        (wrote,) = driver.execute("SELECT pg_current_xact_id_if_assigned() IS NOT NULL").fetchone()
        self.commits += wrote

    def __enter__(self) -> Self:
        event.listen(self._engine, "before_cursor_execute", self._statement)
        event.listen(self._engine, "commit", self._commit)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._statement)
        event.remove(self._engine, "commit", self._commit)

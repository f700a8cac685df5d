"""Counts what a request costs the database."""

from contextlib import ExitStack
from typing import Any, Self

from sqlalchemy import Connection, Engine, event

from tests.world.database.sent import each_sent


class StatementCounter:
    """SQL statements to an engine's database since `reset`, and commits of transactions that wrote or locked something.

    To commit what only read costs the database what a rollback does.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._counting = ExitStack()
        self.statements: list[str] = []
        self.commits = 0

    def reset(self) -> None:
        """Count from here."""
        self.statements, self.commits = [], 0

    def _statement(self, _cursor: Any, statement: str, _params: Any) -> None:
        self.statements.append(statement)

    def _commit(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver
        asked = driver.pgconn.exec_(b"SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
        self.commits += asked.get_value(0, 0) == b"t"

    def __enter__(self) -> Self:
        self._counting.enter_context(each_sent(self._engine, self._statement))
        event.listen(self._engine, "commit", self._commit)
        return self

    def __exit__(self, *_: object) -> None:
        self._counting.close()
        event.remove(self._engine, "commit", self._commit)

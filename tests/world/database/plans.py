"""What the database reads for each statement, by its own account: every one is explained just before it runs."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import Engine

from tests.world.database.sent import each_sent

EXPLAINED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) "
REMOVED = ("Rows Removed by Filter", "Rows Removed by Index Recheck", "Rows Removed by Join Filter")


@dataclass
class Reading:
    """How often each statement ran, how many rows it read of each table, and which tables from end to end."""

    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    runs: Counter[str] = field(default_factory=Counter)
    whole: dict[str, set[str]] = field(default_factory=dict)

    def add(self, statement: str, plan: dict[str, Any]) -> None:
        """Count one run of a statement."""
        self.runs[statement] += 1
        for node in _nodes(plan):
            table = node.get("Relation Name") if node["Node Type"].endswith("Scan") else None
            if table:
                rows = sum(node.get(name, 0) for name in ("Actual Rows", *REMOVED))
                self.rows[statement, table] += rows * node["Actual Loops"]
            if table and node["Node Type"] == "Seq Scan" and node["Actual Loops"]:
                self.whole.setdefault(statement, set()).add(table)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


@contextmanager
def reading(engine: Engine) -> Iterator[Reading]:
    """Explains what is run on connections that are taken from the engine meanwhile.

    A statement that writes is undone and run again, so that it finds what it would have found.
    """
    seen = Reading()

    def explain(cursor: psycopg.Cursor[Any], statement: str, params: Any) -> None:
        if EXPLAINED.match(statement):
            apart = type(cursor)(cursor.connection)
            with cursor.connection.transaction(force_rollback=True):
                ((plan,),) = apart.execute(EXPLAIN + statement, params).fetchone()
            seen.add(statement, plan["Plan"])

    with each_sent(engine, explain):
        yield seen

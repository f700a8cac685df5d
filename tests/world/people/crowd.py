"""Many at once: threads that all begin at the same moment, each with a database session and a unit of its own."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session

from app.store.unit import unit
from tests.world.patience import PATIENCE

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


def wait_until_they_wait(engine: Engine | Connection, how_many: int) -> None:
    """At most two seconds: where they do not wait the outcome must be right all the same."""
    deadline = time.monotonic() + 2
    with engine.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as watch:
        while watch.execute(text(WAITING)).scalar_one() < how_many and time.monotonic() < deadline:
            time.sleep(0.01)


def at_once(engine: Engine, how_many: int, work: Callable[[Session, int], Any]) -> list[Any]:
    """What came of each: a result, or the exception that was raised."""
    start = Barrier(how_many)

    def one(number: int) -> Any:
        with Session(engine) as session:
            start.wait()
            try:
                with unit(session):
                    return work(session, number)
            except Exception as error:  # noqa: BLE001 - what came of it is the test's to judge
                return error

    with _in_no_hurry(engine), ThreadPoolExecutor(how_many) as threads:
        return list(threads.map(one, range(how_many)))


@contextmanager
def _in_no_hurry(engine: Engine) -> Iterator[None]:
    """Whoever waits for nineteen others is not given up by the database on a busy machine."""

    def begins(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{PATIENCE:.0f}s'")

    event.listen(engine, "begin", begins)
    try:
        yield
    finally:
        event.remove(engine, "begin", begins)

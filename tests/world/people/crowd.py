"""Many at once: threads that all begin at the same moment, each with a database session and a unit of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.store.unit import unit


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

    with ThreadPoolExecutor(how_many) as threads:
        return list(threads.map(one, range(how_many)))

"""One unit of work: what one request, job or command does is kept together, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session


class Unit:
    """The work under way, for the few use cases that cannot wait for its end: they take it instead of the session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def commit_so_far(self) -> None:
        """Keep what was done until now: the next statement begins another transaction."""
        self.session.commit()

    def roll_back(self) -> None:
        """Undo what was done since the last commit; after mere reading, let go of the transaction."""
        self.session.rollback()


@contextmanager
def unit(session: Session) -> Iterator[Unit]:
    """Commit what is done within; undo it if anything is raised. For entry points: use cases never commit."""
    work = Unit(session)
    try:
        yield work
        session.commit()
    except BaseException:
        session.rollback()
        raise


@contextmanager
def unit_of_one(engine: Engine) -> Iterator[Connection]:
    """The same for what sends statements of its own alone, and no objects: without a session, which costs as much."""
    with engine.begin() as connection:
        yield connection

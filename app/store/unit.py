"""One unit of work: what one request, job or command does is kept together, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import cast

import psycopg
import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.store.reserve import give_up_reserve, says_full, tell_full

log = structlog.get_logger()


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
    except BaseException as error:
        session.rollback()
        if says_full(error):
            make_room(session)
        raise


def make_room(session: Session) -> None:
    """The disk is full: give up the reserve, if there is one. What just failed may be tried again."""
    log.error("disk_full")
    try:
        give_up_reserve(session)
        session.commit()
        tell_full(session)
        session.commit()
    except SQLAlchemyError as error:
        session.rollback()
        log.error("disk_full_without_reserve", error=type(error).__name__)  # noqa: TRY400 - only what kind it is


@contextmanager
def undone_by(error: type[Exception], session: Session) -> Iterator[None]:
    """Undo what is done within, and nothing before it, if this error is raised; and go on."""
    with suppress(error), session.begin_nested():
        yield


class LightUnit:
    """The same for what mostly sends statements of its own: each is a transaction by itself, until one is begun.

    A transaction costs as much as half a statement, a session as much as one; most that the carrier tells and asks
    needs neither.
    """

    def __init__(self, connection: Connection, session: Session | None = None) -> None:
        self.connection = connection
        self._session = session
        self.is_together = session is not None

    @cached_property
    def driver(self) -> "psycopg.Connection[object]":
        """The driver's own connection."""
        return cast("psycopg.Connection[object]", self.connection.connection.driver_connection)

    def keep_together(self) -> None:
        """From here on all that is done is kept together, or not at all."""
        if self.is_together:
            return
        self.driver.autocommit = False
        self.connection.begin()
        self.is_together = True

    @property
    def session(self) -> Session:
        """A session on this very connection, in a transaction."""
        self.keep_together()
        if self._session is None:
            self._session = Session(self.connection)
        return self._session

    def keep(self) -> None:
        """Commit what was done."""
        if self._session is not None:
            self._session.flush()
            self._session.close()
        if self.is_together:
            self.connection.commit()

    def roll_back(self) -> None:
        """Undo what was done; after mere reading, let go of the transaction."""
        if self.is_together:
            self.connection.rollback()

    def roll_back_for_good(self) -> None:
        """The same for whatever is under way; whoever has the connection next begins transactions as usual."""
        if self.connection.in_transaction():
            self.connection.rollback()
        self.driver.autocommit = False


@contextmanager
def light_unit(engine: Engine) -> Iterator[LightUnit]:
    """Commit what is done within; undo it if anything is raised. For what asks for little, and often.

    The driver is told directly that each statement stands alone: that takes a fifth of what it takes to let SQLAlchemy
    tell it, and take it back.
    """
    with engine.connect() as connection:
        work = LightUnit(connection)
        work.driver.autocommit = True
        try:
            yield work
            work.keep()
        except SQLAlchemyError as error:
            if says_full(error):
                work.roll_back_for_good()
                make_room(Session(connection))
            raise
        finally:
            if not work.driver.closed:
                work.roll_back_for_good()


@contextmanager
def never_kept(session: Session) -> Iterator[LightUnit]:
    """Undo what is done within, however it ends: for what is only tried."""
    try:
        yield LightUnit(session.connection(), session)
    finally:
        session.rollback()

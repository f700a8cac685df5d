"""One unit of work: what one request, job or command does is kept together, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias, cast
from weakref import WeakKeyDictionary

import psycopg
import structlog
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.store.reserve import give_up_reserve, says_full, tell_full

log = structlog.get_logger()

# Connections of an engine whose statements stand alone each, for light units: to take one from SQLAlchemy's pool, to
# tell it so, and to give it back took as long as the statement of a turn. They are of that pool, which has as many
# more; the phone seldom has more in use at once.
MOST_READY = 4
Ready: TypeAlias = "tuple[Connection, psycopg.Connection[object]]"
_ready: WeakKeyDictionary[Engine, list[Ready]] = WeakKeyDictionary()


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

    def keep_together(self) -> None:
        """From here on all that is done is kept together, or not at all."""
        if self.is_together:
            return
        _driver_of(self.connection).autocommit = False
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


@contextmanager
def light_unit(engine: Engine) -> Iterator[LightUnit]:
    """Commit what is done within; undo it if anything is raised. For what asks for little, and often."""
    connection, driver = one = _take(engine)
    work = LightUnit(connection)
    try:
        yield work
        work.keep()
    except SQLAlchemyError as error:
        if says_full(error):
            work.roll_back()
            driver.autocommit = False
            make_room(Session(connection))
        raise
    finally:
        _give_back(engine, one)


@contextmanager
def never_kept(session: Session) -> Iterator[LightUnit]:
    """Undo what is done within, however it ends: for what is only tried."""
    try:
        yield LightUnit(session.connection(), session)
    finally:
        session.rollback()


def let_go(engine: Engine) -> None:
    """Close the connections that are ready: what uses this engine has done its work."""
    _close_all(_of(engine))


def _driver_of(connection: Connection) -> "psycopg.Connection[object]":
    """The driver's own connection."""
    return cast("psycopg.Connection[object]", connection.connection.driver_connection)


def _take(engine: Engine) -> Ready:
    """One that nobody uses, each of whose statements is a transaction by itself."""
    try:
        return _of(engine).pop()
    except IndexError:
        connection = engine.connect()
    driver = _driver_of(connection)
    try:
        driver.autocommit = True
    except psycopg.Error:  # it broke while nobody used it
        connection.invalidate()
        connection.close()
        raise
    return connection, driver


def _give_back(engine: Engine, one: Ready) -> None:
    """Undo what was begun with it and not kept, and let somebody else have it.

    Where it broke, the others that were ready are not trusted either: their server went away.
    """
    (connection, driver), ready = one, _of(engine)
    with suppress(SQLAlchemyError):  # it breaks only now: all that was to be kept is
        if connection.in_transaction():
            connection.rollback()
    if driver.closed:
        connection.close()
        _close_all(ready)
        return
    is_idle = driver.pgconn.transaction_status == TransactionStatus.IDLE
    if is_idle and len(ready) < MOST_READY:
        if not driver.autocommit:
            driver.autocommit = True
        ready.append(one)
        return
    if is_idle:
        driver.autocommit = False  # as the pool's others are
    else:
        connection.invalidate()  # it was left in the midst of something
    connection.close()


def _of(engine: Engine) -> list[Ready]:
    return _ready.setdefault(engine, [])


def _close_all(ready: list[Ready]) -> None:
    while ready:
        connection, _ = ready.pop()
        connection.detach()  # so that it is closed, and does not go to a pool
        connection.close()

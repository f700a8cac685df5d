"""A statement that is built and compiled once a process: to build it anew costs many times what it costs to run it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Connection,
    Dialect,
    LargeBinary,
    Numeric,
    Select,
    String,
    any_,
    bindparam,
)
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

Row = Mapping[str, Any]

DIALECT: Dialect = PGDialect_psycopg()  # type: ignore[no-untyped-call]  # SQLAlchemy annotates it nowhere


KEPT = "ringdown.cursor"
PARAMETER = re.compile(r"%\((\w+)\)s")


def param(name: str, of: TypeEngine[Any] | type[TypeEngine[Any]]) -> BindParameter[Any]:
    """A parameter of a statement: its value is given by this name whenever it is run."""
    return bindparam(name, type_=of, required=False)


def any_of(name: str) -> ColumnElement[Any]:
    """The same for one of several texts, which are given by `text_array`: a list is written down anew every time.

    It is sent as an array: where a text is made one in the statement, PostgreSQL reads that text again for every row.
    """
    return any_(param(name, ARRAY(String)))


def any_mark(name: str) -> ColumnElement[Any]:
    """The same for one of several keyed hashes, which are given by `mark_array`."""
    return any_(param(name, ARRAY(LargeBinary)))


def mark_array(marks: Iterable[bytes]) -> str:
    """Bytes, as PostgreSQL writes an array of them."""
    return "{" + ",".join(f'"\\\\x{mark.hex()}"' for mark in marks) + "}"


def text_array(words: Iterable[str]) -> str:
    """Plain words, as PostgreSQL writes an array of them."""
    return f"{{{','.join(sorted(words))}}}"


def as_json(value: object) -> Jsonb:
    """What is given to a parameter of JSON, written by what takes a third of Python's own."""
    return Jsonb(value, dumps=to_json)


class Once:
    """A statement that is sent as it is, on the session's own connection and in its transaction.

    For what every call does many times; everywhere else SQLAlchemy runs its statements itself. Its parameters are
    `param`s; what goes into a JSON column is given `as_json`. It is made when it is needed for the first time, and then
    only its text is kept: what SQLAlchemy makes of all of them takes up more than all that is known of districts.
    """

    def __init__(self, make: Callable[[], Select[*tuple[Any, ...]]]) -> None:
        self._make = make

    def rows(self, session: Session | Connection, **values: object) -> Sequence[Row]:
        """Its rows, by the names of its columns.

        Raises:
            DBAPIError: the same that SQLAlchemy would raise.
        """
        connection = connection_of(session)
        text, names, columns, reads = self._compiled
        cursor = _cursor_of(connection)
        try:
            told = cursor.execute(text, [values[name] for name in names]).fetchall()
        except psycopg.Error as error:
            raise _as_sqlalchemy_tells(error, text.decode(), connection, cursor.connection) from error
        rows = [dict(zip(columns, row, strict=True)) for row in told]
        for name, read in reads:
            for row in rows:
                row[name] = read(row[name])
        return rows

    def row(self, session: Session | Connection, **values: object) -> Row | None:
        """Its only row, None if there is none."""
        rows = self.rows(session, **values)
        return rows[0] if rows else None

    def build(self) -> None:
        """Build its text, before somebody waits for it: that may take a tenth of a second."""
        _ = self._compiled

    @cached_property
    def _compiled(self) -> tuple[bytes, Sequence[str], Sequence[str], Sequence[tuple[str, Callable[[Any], Any]]]]:
        """Its text as PostgreSQL takes it, the names of its parameters and columns, and how some of these are read.

        The text is always the same bytes: by them the driver finds what it prepared, and it would read them anew.
        """
        statement = self._make()
        compiled = statement.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
        own = {name: sql.quote(value) for name, value in compiled.params.items() if value is not None}
        names = [name for name in compiled.params if name not in own]
        as_sent = own | {name: f"${nth}" for nth, name in enumerate(names, 1)}
        text = PARAMETER.sub(lambda it: as_sent[it[1]], str(compiled)).replace("%%", "%")
        of = {str(it.key): it.type.dialect_impl(DIALECT) for it in statement.selected_columns}
        how = ((name, _reads(it)) for name, it in of.items())
        return text.encode(), names, tuple(of), [(name, read) for name, read in how if read]


def _reads(of: TypeEngine[Any]) -> Callable[[Any], Any] | None:
    """How a column is read that the driver does not read as it is meant: numbers it does."""
    return None if isinstance(of, Numeric) else of.result_processor(DIALECT, None)


def connection_of(session: Session | Connection) -> Connection:
    """The connection of a session, which has written down what it has; or what is one already."""
    if isinstance(session, Connection):
        return session
    session.flush()
    return session.connection()


def _cursor_of(connection: Connection) -> "psycopg.RawCursor[Any]":
    """The one by which all these statements are sent, kept for as long as the database's connection lasts."""
    kept = connection.info
    if KEPT not in kept:
        kept[KEPT] = psycopg.RawCursor(cast("psycopg.Connection[Any]", connection.connection.driver_connection))
    return cast("psycopg.RawCursor[Any]", kept[KEPT])


def _as_sqlalchemy_tells(
    error: psycopg.Error, text: str, connection: Connection, driver: "psycopg.Connection[Any]"
) -> BaseException:
    """The same error in SQLAlchemy's words; a connection that is gone is not used again."""
    is_gone = connection.dialect.is_disconnect(error, driver, None)  # type: ignore[arg-type]  # what it takes in fact
    if is_gone:
        connection.invalidate(error)
    told = DBAPIError.instance(
        text,
        None,
        error,
        psycopg.Error,
        hide_parameters=True,
        connection_invalidated=is_gone,
        dialect=connection.dialect,
    )
    return cast("BaseException", told)

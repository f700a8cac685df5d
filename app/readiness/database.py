"""Whether the database answers, has what this program needs, and room on its disk."""

from collections.abc import Iterator
from typing import cast

import psycopg
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.readiness.check import About, Check, Weight
from app.store.quiet import QUIET, not_quiet
from app.store.reserve import is_full
from app.store.standing import FoldedMigration, LaterMigration, pending

AWAY = Check(
    About.DATABASE,
    Weight.BLOCKS,
    "The database does not answer.",
    "Start it, or unset DATABASE_URL to use the embedded one.",
)
ONLY_READS = Check(
    About.DATABASE,
    Weight.BLOCKS,
    "The database takes nothing in, it can only be read: nobody is rung.",
    "It follows another, as a copy, or was told so (default_transaction_read_only). Name the one that is written to "
    "in DATABASE_URL, or make this one that.",
)
FULL = Check(
    About.ROOM,
    Weight.BLOCKS,
    "The database's disk is full: calls under way go on, but no new ones are taken.",
    "Make room on it: then it goes on by itself, within a minute.",
)
LOUD = (
    "The database's own log shows values of rows that are refused, such as keyed hashes of telephone numbers.",
    "Set there: {}. See SECURITY.md.",
)
NOT_UTC = Check(
    About.DATABASE,
    Weight.BLOCKS,
    "Through the pooler the database's days are not those of UTC.",
    "Let the pooler pass TimeZone on, or: ALTER ROLE … SET timezone = 'UTC'",
)
FOR_EVER = Check(
    About.DATABASE,
    Weight.HINTS,
    "Through the pooler a statement may take for ever.",
    "Set its end: ALTER ROLE … SET statement_timeout = '5s'",
)
_ONLY_READS = text("SELECT current_setting('transaction_read_only') = 'on'")
_OF_SESSIONS = text("SELECT current_setting('TimeZone'), current_setting('statement_timeout')")
NEEDS_MIGRATIONS = Check(About.DATABASE, Weight.BLOCKS, "The database needs migrations.", "Run: flask db upgrade")


def database_checks(engine: Engine) -> Iterator[Check]:
    """What is not right with it; nothing where all of its tables are there and no others, and can be written to."""
    try:
        if _only_reads(engine):
            yield ONLY_READS
        if pending(engine):
            yield NEEDS_MIGRATIONS
    except SQLAlchemyError:
        yield AWAY
    except FoldedMigration as folded:
        yield Check(About.DATABASE, Weight.BLOCKS, folded.sentence, folded.cure)
    except LaterMigration as later:  # it was upgraded a moment ago, calls are under way here, and we are replaced next
        yield Check(About.DATABASE, Weight.WARNS, later.sentence, later.cure)


def _only_reads(engine: Engine) -> bool:
    """Whether it refuses to be written to, as one does behind the old name of one that failed."""
    with engine.connect() as connection:
        return bool(connection.scalar(_ONLY_READS))


def room_checks(session: Session) -> Iterator[Check]:
    """Whether its disk has room, as far as anybody was told."""
    if is_full(session):
        yield FULL


def pooler_checks(session: Session) -> Iterator[Check]:
    """What a pooler cannot pass on, and the database has to be told itself."""
    clock, longest = session.execute(_OF_SESSIONS).one()
    if clock not in {"UTC", "Etc/UTC"}:
        yield NOT_UTC
    if longest == "0":
        yield FOR_EVER


def log_checks(session: Session) -> Iterator[Check]:
    """Whether the database keeps to itself what is in its rows; ours does."""
    driver = cast("psycopg.Connection[tuple[str, str]]", session.connection().connection.driver_connection)
    loud = not_quiet(driver)
    if loud:
        sentence, cure = LOUD
        how = ", ".join(f"{name} = {QUIET[name]}" for name in loud)
        yield Check(About.DATABASE, Weight.HINTS, sentence, cure.format(how))

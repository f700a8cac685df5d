"""Whether the database answers, and has what this program needs."""

from collections.abc import Iterator

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.readiness.check import About, Check, Weight
from app.store.standing import FoldedMigration, LaterMigration, pending

AWAY = Check(
    About.DATABASE,
    Weight.BLOCKS,
    "The database does not answer.",
    "Start it, or unset DATABASE_URL to use the embedded one.",
)
NEEDS_MIGRATIONS = Check(About.DATABASE, Weight.BLOCKS, "The database needs migrations.", "Run: flask db upgrade")


def database_checks(engine: Engine) -> Iterator[Check]:
    """What is not right with the database; nothing where all of its tables are there and no others."""
    try:
        if pending(engine):
            yield NEEDS_MIGRATIONS
    except SQLAlchemyError:
        yield AWAY
    except FoldedMigration as folded:
        yield Check(About.DATABASE, Weight.BLOCKS, folded.sentence, folded.cure)
    except LaterMigration as later:  # it was upgraded a moment ago, calls are under way here, and we are replaced next
        yield Check(About.DATABASE, Weight.WARNS, later.sentence, later.cure)

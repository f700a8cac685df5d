"""Tells at which migration a database stands. A server asks this again and again, and does without Alembic for it."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, text

ROOT = Path(__file__).resolve().parents[2]
NUMBERED = "[0-9][0-9][0-9][0-9]_*.py"

# What 0006 took the place of, and the last commit that still has them.
FOLDED = frozenset({"0001", "0002", "0003", "0004", "0005"})
HAS_THEM = "2811ba8"


class UnknownMigration(Exception):
    """The database stands at a migration that this program does not have: a sentence, and what to do."""

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")
        self.sentence = sentence
        self.cure = cure


class FoldedMigration(UnknownMigration):
    """It is older than the oldest migration there is."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database stands at migration {revision}, from which this version knows no way on.",
            f"First bring it to 0006: run `git checkout {HAS_THEM}`, `make setup` and `flask db upgrade`. "
            "Then come back to this version.",
        )


class LaterMigration(UnknownMigration):
    """It is newer than this program."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database stands at migration {revision}, which this version does not know: a later one has "
            "upgraded it.",
            "Update the program, or go back to a copy of the database from before.",
        )


def pending(engine: Engine) -> bool:
    """Whether a migration is missing from this database."""
    with engine.connect() as connection:
        return stands_at(connection) != {_ours()[-1]}


def stands_at(connection: Connection) -> set[str]:
    """The newest migration of this database; none where it is empty.

    Raises:
        UnknownMigration: we do not have it.
    """
    is_kept = connection.scalar(text("SELECT to_regclass('alembic_version') IS NOT NULL"))
    newest = set(connection.scalars(text("SELECT version_num FROM alembic_version"))) if is_kept else set()
    for revision in newest.difference(_ours()):
        raise FoldedMigration(revision) if revision in FOLDED else LaterMigration(revision)
    return newest


@cache
def _ours() -> list[str]:
    """Our migrations by the numbers that their files begin with, the newest last."""
    return sorted(path.name.partition("_")[0] for path in (ROOT / "migrations" / "versions").glob(NUMBERED))

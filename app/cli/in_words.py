"""Says in a sentence, with what is to do, what would else be a traceback of any command: its database is away."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

AWAY = (
    "The database of DATABASE_URL (past its pooler DATABASE_DIRECT_URL) does not answer. Is it running? It was said: "
    "{said}"
)
GONE = ("08", "57P")  # how the codes begin of what happens to a connection, and not to what it asks
LONGEST = 500  # characters of what the driver says


@contextmanager
def in_words() -> Iterator[None]:
    """Raise a `click.ClickException` for what whoever typed a command can mend."""
    try:
        yield
    except Exception as error:
        said = _why(error)
        if said is None:
            raise
        raise click.ClickException(said) from error


def _why(error: Exception) -> str | None:
    import psycopg  # noqa: PLC0415 - to list the commands nothing of this is imported

    from app.store.db import TwoDatabasesError  # noqa: PLC0415 - likewise

    if isinstance(error, TwoDatabasesError):
        return str(error)
    cause = getattr(error, "orig", error)
    if not isinstance(cause, psycopg.OperationalError) or not (cause.sqlstate or GONE[0]).startswith(GONE):
        return None
    return AWAY.format(said=" ".join(str(cause).split())[:LONGEST])

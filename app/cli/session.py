"""A database that is ready to be asked: migrated and seeded by itself where it is the embedded one."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from sqlalchemy.orm import Session

from app.clock import utc_now
from app.extensions import settings
from app.seed import is_seeded, seed
from app.store.db import db
from app.store.standing import UnknownMigration, pending
from app.store.unit import unit


def make_ready() -> None:
    """Bring the embedded database up to date and fill it once. A database of one's own is left alone.

    Raises:
        click.ClickException: one's own database is not up to date; or either is too old, or too new.
    """
    try:
        missing = pending(db.engine)
    except UnknownMigration as unknown:
        raise click.ClickException(str(unknown)) from unknown
    if settings().database_url:
        if missing:
            raise click.ClickException("The database needs migrations: run `flask db upgrade`, then `flask seed`.")
        return
    if missing:
        from app.cli.upgrading import bring_up_to_date  # noqa: PLC0415 - it is large, and seldom is anything missing

        bring_up_to_date()
    with unit(db.session) as work:  # what follows may take hours, and must not do so within a transaction
        if not is_seeded(work.session):
            seed(work.session, utc_now())


@contextmanager
def ready_session() -> Iterator[Session]:
    """A session on a database that is ready."""
    with current_app.app_context():
        make_ready()
        yield db.session

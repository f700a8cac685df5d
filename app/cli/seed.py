"""`flask seed`: fills an empty database."""

import click
from flask.cli import with_appcontext

from app.clock import utc_now
from app.seed import seed
from app.store.db import db
from app.store.unit import unit


@click.command("seed")
@with_appcontext
def command() -> None:
    """Write down Massachusetts' offices and the first campaign; what is there already stays."""
    with unit(db.session) as work:
        seed(work.session, utc_now())
    click.echo("Seeded.")

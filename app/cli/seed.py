"""`flask seed`: fills an empty database."""

import click
from flask.cli import with_appcontext

from app.seed import seed
from app.store.db import db


@click.command("seed")
@with_appcontext
def command() -> None:
    """Write down Massachusetts' offices, the first campaign and its organizer; what is there already stays."""
    seed(db.session)
    click.echo("Seeded.")

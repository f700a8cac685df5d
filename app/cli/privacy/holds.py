"""`flask privacy holds`: which campaigns' calls are kept by law, until when, and whether the key is there."""

import click
from flask import current_app

from app.extensions import given
from app.privacy.holding.change import standing_holds
from app.privacy.holding.shown import standing_of
from app.store.db import db


@click.command("holds")
def holds_command() -> None:
    """Which campaigns' calls are kept by law, and until when; an admin begins and ends that on the page."""
    with current_app.app_context():
        keys = given().vault.days.holds
        names = {hold.id: hold.key_name for hold in standing_holds(db.session)}
        standing = standing_of(db.session, None)
        told = [(one, keys.is_there(names[one.id])) for one in standing if one.id in names]
    for one, is_there in told:
        click.echo(f"{one.subject}: until {one.until}{'' if is_there else ', but its key is not in KEYS_PATH'}")
    if not told:
        click.echo("Nothing is held.")

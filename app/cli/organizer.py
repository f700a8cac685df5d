"""`flask organizer`: gives somebody access to the log, or a new password."""

import click
from flask.cli import with_appcontext

from app.store.db import db
from app.store.unit import unit
from app.team.create import create_organizer
from models import TeamRole

SHORTEST = 14


@click.command("organizer")
@click.argument("email")
@click.option("--role", type=click.Choice(list(TeamRole)), default=TeamRole.ORGANIZER, help="Of a new account.")
@click.password_option(help="Asked for when it is not given.")
@with_appcontext
def command(email: str, password: str, role: str) -> None:
    """Let EMAIL sign in with a password; one they had before is replaced, and ends their open sessions."""
    if len(password) < SHORTEST:
        raise click.ClickException(f"Choose a password of at least {SHORTEST} characters, such as four words.")
    with unit(db.session) as work:
        is_new = create_organizer(work.session, email, password, role=TeamRole(role), replace_password=True)
    click.echo(f"{email} can sign in." if is_new else f"{email} has a new password.")

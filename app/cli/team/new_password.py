"""`flask team new-password`: a link for whoever forgot their password, where no mail is sent and no other admin is."""

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from app.cli.session import make_ready
from app.cli.team.by_command import note
from app.extensions import given, settings
from app.store.db import db
from app.store.unit import unit
from app.team.reset_links import reset_link
from models import AuditAct, Organizer

LINK = """{email} chooses a new password by this link; it works once, within two hours:

  {link}
"""


@click.command("new-password")
@click.argument("email")
@with_appcontext
def new_password(email: str) -> None:
    """Print a link by which EMAIL chooses a new password."""
    make_ready()
    with unit(db.session) as work:
        organizer = work.session.scalar(select(Organizer).where(Organizer.email == email.lower(), Organizer.active))
        if organizer is None:
            raise click.ClickException(f"{email} is not in the team. To invite them: flask team add {email}")
        link = reset_link(settings().public_base_url, given().tokens, organizer, given().clock())
        note(work.session, AuditAct.PASSWORD_LINK_MADE, organizer.email)
    click.echo(LINK.format(email=email, link=link))

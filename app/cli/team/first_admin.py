"""The first admin of a server: `flask team first-admin`, and what `flask serve` says until there is one."""

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import DBAPIError

from app.cli.session import make_ready
from app.cli.team.by_command import note
from app.extensions import given, settings
from app.store.db import db
from app.store.unit import unit
from app.team.invitations.first_admin import HasAdminError, first_admin_key
from app.team.invitations.links import join_link
from app.team.people.demo_admin import DEMO_ADMIN, drop_demo_admin
from models import AuditAct

LINK = """Nobody runs this server yet. Whoever opens this link first becomes its admin; it works once, within an hour:

  {link}
"""
LATER = (
    "The database does not answer, or is not up to date. Run `flask db upgrade`, and `flask seed` if it is new; then "
    "`flask team first-admin` prints a link for this server's first admin."
)
DEMO_IS_OVER = f"{DEMO_ADMIN} was the demo's, and can sign in here no more."


@click.command("first-admin")
@with_appcontext
def first_admin() -> None:
    """Print a link that makes the first admin: it works once, within an hour, and voids those before."""
    make_ready()
    try:
        click.echo(LINK.format(link=_link()))
    except HasAdminError:
        raise click.ClickException("This server has an admin, who can invite others under “Team”.") from None


def tell_first_admin() -> None:
    """Print such a link where there is no admin yet; that of a demo on this database is none."""
    try:
        with unit(db.session) as work:
            if drop_demo_admin(work.session):
                click.echo(DEMO_IS_OVER)
        click.echo(LINK.format(link=_link()))
    except HasAdminError:
        return
    except DBAPIError:  # it may come up later, and is none of a web server's to bring up to date
        click.echo(LATER)


def _link() -> str:
    with unit(db.session) as work:
        key = first_admin_key(work.session, given().clock())
        note(work.session, AuditAct.INVITED, "the first admin")
    return join_link(settings().public_base_url, key)

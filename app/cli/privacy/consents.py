"""`flask privacy consent-key` and `consents`: whose consent it was, for whoever has the private half of the key."""

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from app.cli.session import make_ready
from app.guard.keys.away import new_pair, opened
from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.store.db import db
from models import Consent

AT_ONCE = 1000


@click.command("consent-key")
def consent_key() -> None:
    """Make a key by which consents are sealed: the one half for this server, the other for a safe elsewhere."""
    public, private = new_pair()
    click.echo(f"For this server, in its settings:\n  CONSENT_PUBLIC_KEY={public}\n")
    click.echo(f"Private: write it down, keep it off this server, and clear this screen:\n  {private}")


@click.command("consents")
@with_appcontext
def consents() -> None:
    """Tell to which words somebody consented, and when; asks for the private key and for their number."""
    make_ready()
    private = click.prompt("The private key", hide_input=True)
    try:
        phone = parse_phone(click.prompt("The number", hide_input=True), fictional=True)
    except PhoneNumberError:
        raise click.ClickException("That is no number that we ring.") from None
    found, sealed = 0, select(Consent).where(Consent.phone_sealed.is_not(None))
    for one in db.session.scalars(sealed.execution_options(yield_per=AT_ONCE)):
        if opened(one.phone_sealed or b"", private) == phone:
            found += 1
            click.echo(f"{one.given_at:%Y-%m-%d}: campaign {one.campaign_id}, words of {one.wording_version}")
    click.echo(f"{found} found." if found else "None was found: none was given, or it was sealed by another key.")

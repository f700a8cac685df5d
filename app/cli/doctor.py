"""`flask doctor`: what is not right yet, and the cure of each."""

import click
from flask.cli import with_appcontext

from app.extensions import given
from app.readiness.check import Weight
from app.readiness.every import every_check
from app.readiness.outside import Outside
from app.readiness.profile import profile_told
from app.store.db import db

SIGNS = {Weight.BLOCKS: "✗", Weight.WARNS: "✗", Weight.HINTS: "!"}


@click.command("doctor")
@with_appcontext
def command() -> None:
    """Check database, migrations, carrier, public URL and tables; exit 0 if all is well."""
    own = given()
    config = own.account.settings()
    click.echo(profile_told(config))
    if config.has_api_key:
        click.echo(f"Calls are placed with the API key that ends in {config.twilio_api_key_sid[-4:]}.")
    outside = Outside(lambda: own.look(config))
    checks = list(every_check(db.session, config, outside, own.clock()))
    for check in sorted(checks, key=lambda check: [*Weight].index(check.weight)):
        click.echo(f"{SIGNS[check.weight]} {check}")
    if any(check.weight is not Weight.HINTS for check in checks):
        raise SystemExit(1)
    click.echo("All is well.")

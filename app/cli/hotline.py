"""`flask hotline`: lets whoever dials a campaign's number reach Ringdown."""

import click
from flask.cli import with_appcontext

from app.extensions import settings
from app.guard.phone_numbers import national
from app.readiness.numbers import campaign_numbers, not_owned
from app.store.db import db
from app.telephony.carrier import CarrierError
from app.telephony.number_setup import NumberSetup
from app.telephony.twilio_numbers import AccountNumbers


@click.command("hotline")
@with_appcontext
def command() -> None:
    """Tell the carrier that calls to the campaigns' numbers are Ringdown's; twice does no harm."""
    config = settings()
    if not config.twilio_account_sid:
        raise click.ClickException("No carrier is set up. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN first.")
    numbers, wanted = AccountNumbers(config), NumberSetup.hotline(config.public_base_url)
    try:
        connected = {number: numbers.connect(number, wanted) for number in campaign_numbers(db.session)}
    except CarrierError as error:
        raise click.ClickException(f"Nothing is sure: {error}. Run: flask doctor") from error
    for number, done in connected.items():
        click.echo(f"{national(number)} reaches {wanted.voice_url}" if done else f"✗ {not_owned(number)}")
    if not all(connected.values()):
        raise SystemExit(1)

"""`flask hotline`: lets whoever dials a campaign's number reach Ringdown."""

import click
from flask.cli import with_appcontext

from app.carrier_setup.fallback import wanted_setup
from app.extensions import given
from app.guard.phone_numbers import national
from app.readiness.numbers import campaign_numbers, not_owned
from app.store.db import db
from app.telephony.account.numbers import AccountNumbers
from app.telephony.carrier import CarrierError

NO_ACCOUNT = (
    "No carrier is set up. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN first, or paste them: flask carrier account"
)


@click.command("hotline")
@with_appcontext
def command() -> None:
    """Tell the carrier that calls to the campaigns' numbers are Ringdown's; twice does no harm."""
    config = given().account.settings()
    if not config.twilio_account_sid:
        raise click.ClickException(NO_ACCOUNT)
    numbers, wanted = AccountNumbers(config), wanted_setup(db.session, config.public_base_url)
    try:
        connected = {number: numbers.connect(number, wanted) for number in campaign_numbers(db.session)}
    except CarrierError as error:
        raise click.ClickException(f"Nothing is sure: {error}. Run: flask doctor") from error
    for number, done in connected.items():
        click.echo(f"{national(number)} reaches {wanted.voice_url}" if done else f"✗ {not_owned(number)}")
    if not all(connected.values()):
        raise SystemExit(1)

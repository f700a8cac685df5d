"""`flask hotline`: lets whoever dials a campaign's number reach Ringdown, and says where they do not."""

from collections.abc import Iterator

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.config import Settings
from app.extensions import settings
from app.guard.phone_numbers import national
from app.store.db import db
from app.telephony.carrier import CarrierError
from app.telephony.twilio_numbers import AccountNumbers, NumberSetup
from models import Campaign, CampaignState


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
        click.echo(f"{national(number)} reaches {wanted.voice_url}" if done else f"✗ {_not_owned(number)}")
    if not all(connected.values()):
        raise SystemExit(1)


def hotline_problems(session: Session, config: Settings) -> Iterator[str]:
    """What is not right with the campaigns' numbers, and the cure of each.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    numbers, wanted = AccountNumbers(config), NumberSetup.hotline(config.public_base_url)
    for number in campaign_numbers(session):
        setup = numbers.setup_of(number)
        if setup is None:
            yield _not_owned(number)
        elif setup.voice_url != wanted.voice_url:
            yield f"Whoever dials {national(number)} does not reach Ringdown. Run: flask hotline"
        elif setup != wanted:
            yield f"The carrier does not tell us when callers of {national(number)} hang up. Run: flask hotline"


def campaign_numbers(session: Session) -> list[str]:
    """The numbers of the campaigns that have not ended, each once."""
    query = select(Campaign.phone_number).where(Campaign.state != CampaignState.ARCHIVED).distinct()
    return list(session.scalars(query.order_by(Campaign.phone_number)))


def _not_owned(number: str) -> str:
    return (
        f"The carrier's account does not own {national(number)}. Buy that number there, or give the campaign another."
    )

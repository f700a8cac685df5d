"""What is typed after these commands: a number, a campaign, somebody of the team."""

import click
from sqlalchemy import select

from app.extensions import given
from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.store.db import db
from app.team.people.members import member_named
from models import Campaign


def number_typed(typed: str) -> str:
    """A number of the United States."""
    try:
        settings = given().settings
        return parse_phone(typed, fictional=settings.fictional_numbers, territories=settings.territories)
    except PhoneNumberError:
        raise click.ClickException(f"{typed} is no telephone number of the United States.") from None


def campaign_named(slug: str) -> int:
    """The campaign with this last part of its address."""
    campaign_id = db.session.scalar(select(Campaign.id).where(Campaign.slug == slug))
    if campaign_id is None:
        known = ", ".join(db.session.scalars(select(Campaign.slug).order_by(Campaign.slug)))
        raise click.ClickException(f"There is no campaign {slug}. There are: {known}")
    return campaign_id


def organizer_named(email: str) -> int:
    """Somebody of the team."""
    somebody = member_named(db.session, email.strip().lower())
    if somebody is None:
        raise click.ClickException(f"{email} is not in the team. To invite them: flask team add {email}")
    return somebody.id

"""The campaign of the small world."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.campaigns.demo import demo_campaign
from app.campaigns.editions.fields import with_fields
from app.campaigns.editions.prepare import save
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.editions.publish import publish
from app.campaigns.texts import FIELDS
from models import Campaign

Fields = dict[tuple[str, ...], Any]

CAMPAIGN_NUMBER = "+16175550100"
WHO = {"by": "ana@example.org", "now": datetime(2026, 11, 23, 17, 0, tzinfo=UTC)}
WHERE = {"whom_to_call": ("whom", "rule"), "listed": ("whom", "listed"), "with_us": ("whom", "with_us")}
WHERE |= {name: ("english", name) for name in FIELDS if name != "privacy_note"}


def safe_communities() -> Campaign:
    """The demo's own campaign: what a newcomer sees is what the tests run on."""
    return demo_campaign(WHO["now"])


def change_campaign(session: Session, **what: Any) -> None:
    """Make the campaign's next version: of its row, or of what it says, which is published at once."""
    columns = {name: value for name, value in what.items() if name in Campaign.__table__.c}
    fields = {WHERE.get(name, (name,)): value for name, value in what.items() if name not in columns}
    if fields:
        publishes(session, session.scalars(select(Campaign.id)).one(), fields)
    else:
        columns["version"] = Campaign.version + 1
    if columns:
        session.execute(update(Campaign).values(**columns))
    session.commit()


def publishes(session: Session, campaign_id: int, fields: Fields) -> None:
    """Prepare these fields whatever they are now, and publish the edition."""
    prepares_fields(session, campaign_id, fields)
    publish_prepared(session, campaign_id)


def prepares_fields(session: Session, campaign_id: int, fields: Fields) -> None:
    """Prepare these fields whatever they are now."""
    prepared = prepared_edition(session, campaign_id, lock=True)
    save(session, prepared, with_fields(prepared.content, fields), **WHO)


def publish_prepared(session: Session, campaign_id: int) -> bool:
    """Publish whatever is prepared."""
    return publish(session, campaign_id, prepared_edition(session, campaign_id).revision, **WHO)

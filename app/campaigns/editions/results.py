"""The results of a campaign that were published first: whoever publishes them again publishes the same."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.content import Results, read_results
from models import Edition


def first_results(session: Session, campaign_id: int) -> Results | None:
    """None where none ever were."""
    results = Edition.content["results"]
    told = (Edition.campaign_id == campaign_id, Edition.published_at.is_not(None), results.astext.is_not(None))
    first = select(results.label("results")).where(*told).order_by(Edition.version).limit(1)
    row = session.execute(first).one_or_none()
    return read_results(row.results) if row else None

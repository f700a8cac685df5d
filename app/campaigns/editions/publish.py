"""Use cases of organizers: put what is prepared into force at one moment, or an earlier edition again.

Calls under way keep the edition they began with: a call knows its campaign's version, and the edition of a version
never changes.
"""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.editions.compare import merged
from app.campaigns.editions.content import Content, as_document
from app.campaigns.editions.earlier import edition_in_force, published_edition
from app.campaigns.editions.fields import with_fields
from app.campaigns.editions.prepare import save
from app.campaigns.editions.prepared import Prepared, prepared_edition
from app.campaigns.versions import CampaignChangedError, next_version
from models import Edition


def publish(session: Session, campaign_id: int, revision: int, *, by: str, now: datetime) -> bool:
    """Put what is prepared into force; False if it is already. What is prepared next begins as the same.

    Raises:
        CampaignChangedError: somebody saved something since this `revision` was looked at.
    """
    prepared = _as_seen(session, campaign_id, revision)
    in_force = edition_in_force(session, campaign_id)
    if in_force and in_force.content == prepared.content:
        return False
    _replace(session, campaign_id, now)
    published = {"version": next_version(session, campaign_id), "published_at": now, "published_by": by}
    session.execute(update(Edition).where(Edition.id == prepared.id).values(published))
    _prepare_next(session, prepared, prepared.content, by=by, now=now)
    return True


def publish_again(
    session: Session, campaign_id: int, edition_id: int, revision: int, *, by: str, now: datetime
) -> bool:
    """Put an earlier edition into force once more; False if what it says is in force already, or there is none such.

    What is prepared, and was not in force, stays prepared; all else is prepared as it is in force then.

    Raises:
        CampaignChangedError: somebody saved something since this `revision` was looked at.
    """
    prepared = _as_seen(session, campaign_id, revision)
    in_force, earlier = edition_in_force(session, campaign_id), published_edition(session, campaign_id, edition_id)
    if in_force is None or earlier is None or earlier.content == in_force.content:
        return False
    _replace(session, campaign_id, now)
    again = _again(campaign_id, earlier.content, earlier.id, by, now)
    again.version, again.published_at, again.published_by = next_version(session, campaign_id), now, by
    session.add(again)
    session.flush()
    goes_on = with_fields(prepared.content, merged(in_force.content, prepared.content, earlier.content))
    save(session, prepared, goes_on, by=by, now=now)
    return True


def _as_seen(session: Session, campaign_id: int, revision: int) -> Prepared:
    prepared = prepared_edition(session, campaign_id, lock=True)
    if prepared.revision != revision:
        raise CampaignChangedError
    return prepared


def _replace(session: Session, campaign_id: int, now: datetime) -> None:
    in_force = (Edition.campaign_id == campaign_id, Edition.published_at.is_not(None), Edition.replaced_at.is_(None))
    session.execute(update(Edition).where(*in_force).values(replaced_at=now))


def _prepare_next(session: Session, before: Prepared, content: Content, *, by: str, now: datetime) -> None:
    following = _again(before.campaign_id, content, before.id, by, now)
    following.revision = before.revision + 1
    session.add(following)
    session.flush()


def _again(campaign_id: int, content: Content, based_on: int, by: str, now: datetime) -> Edition:
    return Edition(
        campaign_id=campaign_id, content=as_document(content), based_on_id=based_on, saved_at=now, saved_by=by
    )

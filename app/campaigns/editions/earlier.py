"""The editions that were published: the one in force, and those before it, which can be read and published again."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.campaigns.editions.content import Content, read_content
from app.store.rows import by_name
from models import Edition

T = TypeVar("T")


@dataclass(frozen=True)
class PublishedRow:
    """One edition as organizers list it; `replaced_at` is None while it is in force."""

    id: int
    version: int
    published_at: datetime
    published_by: str
    replaced_at: datetime | None


@dataclass(frozen=True)
class Published:
    """What was put into force once."""

    row: PublishedRow
    content: Content

    @property
    def id(self) -> int:
        """Which edition it is."""
        return self.row.id


_ROW = (Edition.id, Edition.version, Edition.published_at, Edition.published_by, Edition.replaced_at)
_PUBLISHED = Edition.published_at.is_not(None)
IN_FORCE = _PUBLISHED & Edition.replaced_at.is_(None)


def published_editions(session: Session, campaign_id: int) -> list[PublishedRow]:
    """Every edition that was published, the newest, which is in force, first."""
    query = select(*_ROW).where(Edition.campaign_id == campaign_id, _PUBLISHED).order_by(Edition.version.desc())
    return [by_name(PublishedRow, row) for row in session.execute(query).mappings()]


def published_edition(session: Session, campaign_id: int, edition_id: int) -> Published | None:
    """One of them, with what it says."""
    return _one(session, campaign_id, (Edition.id == edition_id) & _PUBLISHED)


def edition_in_force(session: Session, campaign_id: int) -> Published | None:
    """What the campaign says now; None as long as nothing was published."""
    return _one(session, campaign_id, IN_FORCE)


def as_listed(
    column: ColumnElement[T] | InstrumentedAttribute[T], campaign_id: InstrumentedAttribute[int]
) -> ScalarSelect[T]:
    """Beside a campaign: this of the edition by which lists know it, the one in force, or what is prepared first."""
    known = select(column).where(Edition.campaign_id == campaign_id, Edition.replaced_at.is_(None))
    first = known.order_by(Edition.published_at.is_(None)).limit(1)
    return first.correlate(campaign_id.class_).scalar_subquery()


def _one(session: Session, campaign_id: int, which: ColumnElement[bool]) -> Published | None:
    query = select(*_ROW, Edition.content).where(Edition.campaign_id == campaign_id, which)
    row = session.execute(query).mappings().one_or_none()
    return Published(by_name(PublishedRow, row), read_content(row["content"])) if row else None

"""How often what was told on a page may be changed, and until when; and how long a call's page is open."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, DateTime, Integer, and_

from app.config import Settings
from app.store.once import param
from models import Feedback


@dataclass(frozen=True)
class Changes:
    """An answer may be changed so often, if it was given after `given_since`."""

    at_most: int
    given_since: datetime

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `may_change` in it."""
        return {"changes_at_most": self.at_most, "given_since": self.given_since}

    def allow(self, changes: int, given_at: datetime) -> bool:
        """The same of an answer that was read."""
        return changes < self.at_most and given_at > self.given_since


def changes_now(settings: Settings, now: datetime) -> Changes:
    """What holds at this moment."""
    return Changes(settings.feedback_changes, now - timedelta(hours=settings.feedback_hours))


def may_change() -> ColumnElement[bool]:
    """In a statement: whether what was told before may be changed now."""
    is_young = Feedback.created_at > param("given_since", DateTime(timezone=True))
    return and_(Feedback.changes < param("changes_at_most", Integer), is_young)


def is_closed(settings: Settings, over_since: datetime | None, now: datetime) -> bool:
    """Whether the page of a call that is over since then says nothing of it any more."""
    return over_since is not None and over_since + timedelta(days=settings.call_page_days) <= now

"""How many calls there were, for its campaign's pages: read once a minute at most by each process, in steps of five."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, or_, select
from sqlalchemy.orm import Session

from app.calls.shown.kinds import REPORTED_KINDS
from app.campaigns.in_force import CampaignWords
from app.statistics.joining import in_fives
from models import EVER, CampaignState, CountedBy, CountOfMonth, Step

FRESH = timedelta(minutes=1)
FEWEST = 10  # fewer calls than these encourage nobody
KEPT = 500  # campaigns


@dataclass(frozen=True)
class PublicCount:
    """Calls that reached an office through us, and calls and letters of which somebody told us: never added up."""

    through_us: int
    reported: int
    goal: int | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there are enough of either: each is told by itself."""
        return max(self.through_us, self.reported) >= FEWEST


NOTHING = PublicCount(0, 0)
_read: WeakKeyDictionary[Engine, dict[int, tuple[datetime, PublicCount]]] = WeakKeyDictionary()
_lock = Lock()


def public_count(session: Session, campaign_id: int, now: datetime) -> PublicCount:
    """As it was within the last minute; one statement a minute, whoever visits."""
    engine = session.get_bind().engine
    with _lock:
        kept = _read.setdefault(engine, {})
        since, count = kept.get(campaign_id, (None, NOTHING))
    if since is not None and since <= now < since + FRESH:
        return count
    count = _counted(session, campaign_id)
    with _lock:
        if len(kept) >= KEPT:
            kept.clear()
        kept[campaign_id] = (now, count)
    return count


def count_told(session: Session, words: CampaignWords, state: CampaignState, now: datetime) -> PublicCount | None:
    """The same where the campaign wants it told, and there are enough of them.

    None once it has ended: its results stay as they were counted that day.
    """
    if state is CampaignState.ARCHIVED or not words.content.public.count:
        return None
    count = replace(public_count(session, words.id, now), goal=words.content.public.goal)
    return count if count.is_shown else None


def _counted(session: Session, campaign_id: int) -> PublicCount:
    it = CountOfMonth.__table__.c
    reached = (it.dimension == CountedBy.STEP) & (it.value == Step.REACHED)
    reported = (it.dimension == CountedBy.WAY) & it.value.in_([kind.value for kind in REPORTED_KINDS])
    wanted = (it.campaign_id == campaign_id, it.month == EVER, or_(reached, reported))
    summed = select(it.dimension, func.sum(it.calls).label("many")).where(*wanted).group_by(it.dimension)
    found: Mapping[CountedBy, int] = {row.dimension: row.many for row in session.execute(summed)}
    return PublicCount(in_fives(found.get(CountedBy.STEP, 0)), in_fives(found.get(CountedBy.WAY, 0)))

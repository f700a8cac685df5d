"""Which campaign is at an address, in which version: what must be fresh on every visit."""

from dataclasses import dataclass, replace
from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import BigInteger, Boolean, Engine, Integer, String, exists, select, true
from sqlalchemy.orm import Session

from app.limits.pauses import Pause, longest_pause, pause_in
from app.limits.placing import WhyNotRing, not_placed, why_not_placed
from app.representatives import HOME, STAMP, RosterStamp, same_stamp, stamp_of
from app.store.once import Once, Row, param
from app.store.rows import by_name
from models import Campaign, CampaignState, Roster


@dataclass(frozen=True)
class CampaignAtDoor:
    """Which version of which campaign and roster it is, whether it rings anybody, and if not, when it will.

    `not_placed` is why nobody is rung just now, None as a rule; `pause` is for what the carrier refuses, and may be
    over. While something is odd about who asks, it `asks_proof` of browsers.
    """

    id: int
    version: int
    state: CampaignState
    roster: RosterStamp | None
    back_at: datetime | None = None
    not_placed: WhyNotRing | None = None
    pause: Pause | None = None
    asks_proof: bool = False

    def is_overtaken(self, now: datetime) -> bool:
        """Whether others sit by now than its roster says."""
        return self.roster is not None and self.roster.is_overtaken(now)

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `AS_SEEN` in it, beside `campaign_id` and `campaign_version`."""
        return {
            "roster_version": self.roster and self.roster.version,
            "roster_written_by": self.roster and self.roster.written_by,
            "asks_proof": self.asks_proof,
        }


@dataclass(frozen=True)
class CampaignListed:
    """A campaign on the front page."""

    id: int
    version: int
    slug: str
    state: CampaignState
    back_at: datetime | None


MOST_LISTED = 50

# In a statement: whether the campaign is live, and it and the roster are as they were seen, and what it asks for.
AS_SEEN = exists().where(
    Campaign.id == param("campaign_id", BigInteger),
    Campaign.version == param("campaign_version", Integer),
    Campaign.state == CampaignState.LIVE,
    Campaign.asks_proof == param("asks_proof", Boolean),
    Roster.state == HOME,
    same_stamp(),
)

_PAUSE = longest_pause(Campaign.id)
_SEEN = (
    Campaign.id,
    Campaign.version,
    Campaign.state,
    Campaign.back_at,
    Campaign.asks_proof,
    *STAMP,
    not_placed(Campaign.id),
    *_PAUSE.c,
)
_DOOR = select(*_SEEN).select_from(Campaign).outerjoin(Roster, Roster.state == HOME).outerjoin(_PAUSE, true())
AT_DOOR = Once(lambda: _DOOR.where(Campaign.slug == param("slug", String), Campaign.state != CampaignState.DRAFT))

_seen: WeakKeyDictionary[Engine, dict[str, CampaignAtDoor]] = WeakKeyDictionary()


def find_campaign(session: Session, slug: str) -> CampaignAtDoor | None:
    """The campaign at this address, unless it is a draft. One statement."""
    row = AT_DOOR.row(session, slug=slug)
    if row is None:
        return None
    door = _door(row)
    _seen.setdefault(session.get_bind().engine, {})[slug] = door
    return door


def as_if_live(session: Session, campaign_id: int) -> CampaignAtDoor:
    """The campaign as it would stand at its address if it were live: for whoever looks at its page before it is."""
    row = dict(session.execute(_DOOR.where(Campaign.id == campaign_id)).mappings().one())
    return replace(_door(row), state=CampaignState.LIVE)


def _door(row: Row) -> CampaignAtDoor:
    why_not = why_not_placed(row["why_not"])
    return by_name(CampaignAtDoor, row, roster=stamp_of(row), not_placed=why_not, pause=pause_in(row))


def last_seen(engine: Engine, slug: str) -> CampaignAtDoor | None:
    """The campaign that was there when somebody last looked. No statement: whoever writes by it checks `AS_SEEN`."""
    return _seen.get(engine, {}).get(slug)


def first_live_slug(session: Session) -> str | None:
    """The newest live campaign."""
    query = select(Campaign.slug).where(Campaign.state == CampaignState.LIVE).order_by(Campaign.id.desc())
    return session.scalar(query.limit(1))


def open_campaigns(session: Session) -> list[CampaignListed]:
    """Those that ring, and those that will again or for the first time: the live ones first, then the newest."""
    query = select(Campaign.id, Campaign.version, Campaign.slug, Campaign.state, Campaign.back_at)
    open_ones = query.where(Campaign.state.in_((CampaignState.LIVE, CampaignState.PAUSED, CampaignState.SCHEDULED)))
    newest_first = open_ones.order_by(Campaign.state != CampaignState.LIVE, Campaign.id.desc()).limit(MOST_LISTED)
    return [by_name(CampaignListed, row) for row in session.execute(newest_first).mappings()]

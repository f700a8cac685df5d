"""Which campaign is at an address, in which version: what must be fresh on every visit."""

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from sqlalchemy import BigInteger, Engine, Integer, String, exists, select
from sqlalchemy.orm import Session

from app.representatives import HOME, STAMP, RosterStamp, same_stamp, stamp_of
from app.store.once import Once, param
from app.store.rows import by_name
from models import Campaign, CampaignState, Roster


@dataclass(frozen=True)
class CampaignAtDoor:
    """Which version of which campaign and roster it is, and whether it rings anybody."""

    id: int
    version: int
    state: CampaignState
    roster: RosterStamp | None

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `AS_SEEN` in it, beside `campaign_id` and `campaign_version`."""
        return {
            "roster_version": self.roster and self.roster.version,
            "roster_written_by": self.roster and self.roster.written_by,
        }


# In a statement: whether the campaign is live, and it and the roster are as they were seen.
AS_SEEN = exists().where(
    Campaign.id == param("campaign_id", BigInteger),
    Campaign.version == param("campaign_version", Integer),
    Campaign.state == CampaignState.LIVE,
    Roster.state == HOME,
    same_stamp(),
)

_DOOR = select(Campaign.id, Campaign.version, Campaign.state, *STAMP).outerjoin(Roster, Roster.state == HOME)
AT_DOOR = Once(_DOOR.where(Campaign.slug == param("slug", String), Campaign.state != CampaignState.DRAFT))

_seen: WeakKeyDictionary[Engine, dict[str, CampaignAtDoor]] = WeakKeyDictionary()


def find_campaign(session: Session, slug: str) -> CampaignAtDoor | None:
    """The campaign at this address, unless it is a draft. One statement."""
    row = AT_DOOR.row(session, slug=slug)
    if row is None:
        return None
    door = by_name(CampaignAtDoor, row, roster=stamp_of(row))
    _seen.setdefault(session.get_bind().engine, {})[slug] = door
    return door


def as_if_live(session: Session, campaign_id: int) -> CampaignAtDoor:
    """The campaign as it would stand at its address if it were live: for whoever looks at its page before it is."""
    row = dict(session.execute(_DOOR.where(Campaign.id == campaign_id)).mappings().one())
    return replace(by_name(CampaignAtDoor, row, roster=stamp_of(row)), state=CampaignState.LIVE)


def last_seen(engine: Engine, slug: str) -> CampaignAtDoor | None:
    """The campaign that was there when somebody last looked. No statement: whoever writes by it checks `AS_SEEN`."""
    return _seen.get(engine, {}).get(slug)


def first_live_slug(session: Session) -> str | None:
    """The newest live campaign: where the front door leads."""
    query = select(Campaign.slug).where(Campaign.state == CampaignState.LIVE).order_by(Campaign.id.desc())
    return session.scalar(query.limit(1))

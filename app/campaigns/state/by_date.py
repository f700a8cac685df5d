"""What the clock does to campaigns: each begins, goes on and ends at the dates that were given, with nobody there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.campaigns.editions.content import When, read_when
from app.campaigns.editions.earlier import IN_FORCE
from app.clock import eastern_day
from app.store.rows import by_name
from models import Campaign, CampaignState, Edition

KEPT = timedelta(days=60)  # people call back for weeks
STANDS_STILL = (CampaignState.DRAFT, CampaignState.ARCHIVED)


@dataclass(frozen=True)
class Moved:
    """A campaign that the clock moved."""

    id: int
    subject: str
    before: CampaignState
    after: CampaignState


@dataclass(frozen=True)
class _Standing:
    id: int
    subject: str
    state: CampaignState
    back_at: datetime | None
    when: When


def move_by_date(session: Session, now: datetime) -> list[Moved]:
    """Move whatever is to move by now; whoever moved one in the same moment was faster."""
    return [moved for one in _standing(session) for moved in _moved(session, one, now)]


def state_by_date(state: CampaignState, when: When, now: datetime) -> CampaignState:
    """How a campaign stands by its end date, even if nobody has moved it yet."""
    is_over = when.ends_at is not None and when.ends_at <= now and state not in STANDS_STILL
    return CampaignState.ARCHIVED if is_over else state


def kept_until(now: datetime) -> date:
    """Until when the number stays with a campaign that ends now, unless another date is given."""
    return eastern_day(now + KEPT)


def _standing(session: Session) -> Iterator[_Standing]:
    dates = Edition.content["when"].label("dates")
    query = (
        select(Campaign.id, Edition.subject, Campaign.state, Campaign.back_at, dates)
        .join(Edition, (Edition.campaign_id == Campaign.id) & IN_FORCE)
        .where(Campaign.state.not_in(STANDS_STILL))
        .order_by(Campaign.id)
    )
    for row in session.execute(query).mappings():
        yield by_name(_Standing, row, when=read_when(row["dates"]))


def _moved(session: Session, one: _Standing, now: datetime) -> Iterator[Moved]:
    state, back_at = _by_date(one, now)
    if (state, back_at) == (one.state, one.back_at):
        return
    values: dict[str, object] = {"state": state, "back_at": back_at}
    if state is CampaignState.ARCHIVED:
        values["number_kept_until"] = kept_until(now)
    mine = update(Campaign).where(Campaign.id == one.id, Campaign.state == one.state)
    if session.execute(mine.values(values).returning(Campaign.id)).first() and state is not one.state:
        yield Moved(one.id, one.subject, one.state, state)


def _by_date(one: _Standing, now: datetime) -> tuple[CampaignState, datetime | None]:
    """How it is to stand, and when it will ring again; one that is scheduled goes by what was published since."""
    if state_by_date(one.state, one.when, now) is CampaignState.ARCHIVED:
        return CampaignState.ARCHIVED, None
    back_at = one.when.starts_at if one.state is CampaignState.SCHEDULED else one.back_at
    waits = one.state is CampaignState.PAUSED and back_at is None
    if one.state is CampaignState.LIVE or waits or (back_at is not None and back_at > now):
        return one.state, back_at
    return CampaignState.LIVE, None

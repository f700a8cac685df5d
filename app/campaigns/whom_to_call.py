"""Use cases of organizers: say whom a campaign calls, and take the last change back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.versions import keep_change, last_change, next_version
from app.representatives import Directory, directory
from app.store.rows import by_name
from models import Campaign, CampaignExclusion, CampaignState, ListedOfficeHolder, WhomToCall

LONGEST_SCRIPT = 4000
ABOUT = "whom-to-call"


@dataclass(frozen=True)
class CampaignRow:
    """One campaign as organizers list it."""

    id: int
    slug: str
    subject: str
    state: CampaignState
    whom_to_call: WhomToCall


@dataclass(frozen=True)
class WhomChoice:
    """Whom a campaign calls: `listed` and `excluded` are office holders' ids, the first in the order of calls."""

    rule: WhomToCall
    listed: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    thanks_script: str = ""

    @classmethod
    def of(cls, words: CampaignWords) -> "WhomChoice":
        """What the campaign does now."""
        return cls(words.whom_to_call, words.listed, tuple(sorted(words.excluded)), words.thanks_script)

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> "WhomChoice":
        """A choice that was kept before."""
        return _KEPT.validate_python(kept)

    def as_they_sit(self, directory: Directory) -> "WhomChoice":
        """The same people by the rows in which they sit now; who sits nowhere keeps the row they had."""
        now = {old: seat.holder.id for old, seat in directory.seats_by_holder().items() if seat.holder}
        listed = dict.fromkeys(now.get(each, each) for each in self.listed)
        excluded = {now.get(each, each) for each in self.excluded}
        return replace(self, listed=tuple(listed), excluded=tuple(sorted(excluded)))


_KEPT = TypeAdapter(WhomChoice)


def all_campaigns(session: Session, theirs: frozenset[int] | None = None) -> list[CampaignRow]:
    """Every campaign, or of these, the newest first."""
    query = select(Campaign.id, Campaign.slug, Campaign.subject, Campaign.state, Campaign.whom_to_call)
    if theirs is not None:
        query = query.where(Campaign.id.in_(theirs))
    newest_first = session.execute(query.order_by(Campaign.id.desc())).mappings()
    return [by_name(CampaignRow, row) for row in newest_first]


def choose_whom_to_call(session: Session, before: CampaignWords, choice: WhomChoice, *, by: str, now: datetime) -> bool:
    """Let the campaign call these from now on; False if it does already. Calls under way keep whom they have.

    Who holds no seat and is not chosen anew comes off the lists, which an undo takes back.

    Raises:
        CampaignChangedError: the campaign is no longer as it was in `before`.
    """
    if WhomChoice.of(before).as_they_sit(directory(session)) == choice:
        return False
    next_version(session, before.id, before.version)
    keep_change(session, before.id, ABOUT, asdict(WhomChoice.of(before)), by=by, now=now)
    _write(session, before.id, choice)
    return True


def undo_whom_to_call(session: Session, now: CampaignWords, change_id: int) -> bool:
    """Go back to what stood there before the newest change; False if that was undone already, or is not the newest.

    Raises:
        CampaignChangedError: the campaign is no longer as it was in `now`.
    """
    change = last_change(session, now.id, ABOUT)
    if change is None or change.id != change_id:
        return False
    next_version(session, now.id, now.version)
    _write(session, now.id, WhomChoice.from_json(change.before))
    session.delete(change)
    return True


def _write(session: Session, campaign_id: int, choice: WhomChoice) -> None:
    columns = {"whom_to_call": choice.rule, "thanks_script": choice.thanks_script}
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(columns))
    ranked = [{"office_holder_id": holder, "rank": rank} for rank, holder in enumerate(choice.listed)]
    _replace(session, ListedOfficeHolder, campaign_id, ranked)
    _replace(session, CampaignExclusion, campaign_id, [{"office_holder_id": holder} for holder in choice.excluded])


def _replace(
    session: Session,
    table: type[ListedOfficeHolder] | type[CampaignExclusion],
    campaign_id: int,
    rows: Iterable[dict[str, int]],
) -> None:
    session.execute(delete(table).where(table.campaign_id == campaign_id))
    values = [{"campaign_id": campaign_id, **row} for row in rows]
    if values:
        session.execute(insert(table), values)

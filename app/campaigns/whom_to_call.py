"""Use cases of organizers: list the campaigns, and prepare whom one calls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import as_listed
from app.campaigns.editions.fields import Path
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.representatives import Directory, directory
from app.store.rows import by_name
from models import Campaign, CampaignState, Edition, WhomToCall

LONGEST_SCRIPT = 4000


@dataclass(frozen=True)
class CampaignRow:
    """One campaign as organizers list it."""

    id: int
    slug: str
    subject: str
    state: CampaignState
    whom_to_call: str


@dataclass(frozen=True)
class WhomChoice:
    """Whom a campaign calls: `listed` and `with_us` are office holders' ids, the first in the order of calls."""

    rule: WhomToCall
    listed: tuple[int, ...] = ()
    with_us: tuple[int, ...] = ()
    thanks_script: str = ""

    @classmethod
    def of(cls, words: CampaignWords) -> "WhomChoice":
        """What is prepared now."""
        return cls(words.whom_to_call, words.listed, tuple(sorted(words.with_us)), words.thanks_script)

    def as_they_sit(self, directory: Directory) -> "WhomChoice":
        """The same people by the rows in which they sit now; who sits nowhere keeps the row they had."""
        now = {old: seat.holder.id for old, seat in directory.seats_by_holder().items() if seat.holder}
        listed = dict.fromkeys(now.get(each, each) for each in self.listed)
        with_us = {now.get(each, each) for each in self.with_us}
        return replace(self, listed=tuple(listed), with_us=tuple(sorted(with_us)))

    def fields(self) -> Mapping[Path, object]:
        """Where it stands in an edition."""
        return dict(zip(FIELDS, (self.rule, self.listed, self.with_us, self.thanks_script), strict=True))


FIELDS: tuple[Path, ...] = (("whom", "rule"), ("whom", "listed"), ("whom", "with_us"), ("english", "thanks_script"))


def all_campaigns(session: Session, theirs: frozenset[int] | None = None) -> list[CampaignRow]:
    """Every campaign, or of these, the newest first."""
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    rule = as_listed(Edition.content["whom", "rule"].astext, Campaign.id).label("whom_to_call")
    query = select(Campaign.id, Campaign.slug, subject, Campaign.state, rule)
    if theirs is not None:
        query = query.where(Campaign.id.in_(theirs))
    newest_first = session.execute(query.order_by(Campaign.id.desc())).mappings()
    return [by_name(CampaignRow, row) for row in newest_first]


def choose_whom_to_call(
    session: Session, before: CampaignWords, choice: WhomChoice, *, seen: str, by: str, now: datetime
) -> bool:
    """Prepare that the campaign calls these; False if that is so already. `seen` is what the organizer was shown.

    Who holds no seat and is not chosen anew comes off the lists.

    Raises:
        FieldsChangedError: somebody else changed the same since.
    """
    if WhomChoice.of(before).as_they_sit(directory(session)) == choice:
        return False
    return prepare(session, before.id, Typed(choice.fields(), seen), by=by, now=now)

"""Use cases of organizers: prepare other words for a prompt, and see what earlier editions said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.content import SaidInstead, read_said
from app.campaigns.editions.fields import Path
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.store.rows import by_name
from models import Edition, Recording

BUILT_IN = SaidInstead()


@dataclass(frozen=True)
class CampaignPrompt:
    """Which prompt: of which campaign as it is prepared, in which language."""

    campaign: CampaignWords
    language: str
    key: str

    @property
    def path(self) -> Path:
        """Where it stands in an edition."""
        return ("prompts", self.language, self.key)

    @property
    def now(self) -> SaidInstead:
        """What is prepared."""
        return self.campaign.content.prompts.get(self.language, {}).get(self.key, BUILT_IN)


@dataclass(frozen=True)
class RecordedSound:
    """A recording by its name, how long it lasts, and what its file was called."""

    name: str
    seconds: float
    file_name: str


@dataclass(frozen=True)
class SaidBefore:
    """What a prompt said from one edition on, who published that, and its recording if there is one still."""

    edition_id: int
    said: SaidInstead
    published_at: datetime
    published_by: str
    sound: RecordedSound | None = None


def say_instead(
    session: Session, here: CampaignPrompt, said: SaidInstead, *, seen: str, by: str, now: datetime
) -> bool:
    """Prepare that it says this; False if that is so already. `seen` is what the organizer was shown.

    Raises:
        FieldsChangedError: somebody else changed this prompt since.
    """
    value = None if said == BUILT_IN else said
    return prepare(session, here.campaign.id, Typed({here.path: value}, seen), by=by, now=now)


def said_before(session: Session, here: CampaignPrompt) -> list[SaidBefore]:
    """What was published of this prompt, each time that it said something else, the newest first; two statements."""
    columns = (Edition.id.label("edition_id"), Edition.published_at, Edition.published_by)
    part = Edition.content[here.path].label("part")
    published = (Edition.campaign_id == here.campaign.id, Edition.published_at.is_not(None))
    rows = session.execute(select(*columns, part).where(*published).order_by(Edition.version)).mappings()
    every = [by_name(SaidBefore, row, said=read_said(row["part"])) for row in rows]
    changed = [one for one, was in zip(every, [BUILT_IN, *(it.said for it in every)], strict=False) if one.said != was]
    sounds = _sounds(session, [one.said.recording_id for one in changed])
    return [replace(one, sound=sounds.get(one.said.recording_id)) for one in reversed(changed)]


def _sounds(session: Session, ids: Iterable[int | None]) -> Mapping[int | None, RecordedSound]:
    columns = (Recording.id, Recording.name, Recording.seconds, Recording.file_name)
    rows = session.execute(select(*columns).where(Recording.id.in_(ids))).mappings()
    return {row["id"]: by_name(RecordedSound, row) for row in rows}

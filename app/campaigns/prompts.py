"""Use cases of organizers: say something in place of the built-in words, see what was said before, go back to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.versions import CampaignChangedError, next_version
from app.store.rows import by_name
from models import PromptVersion, Recording


@dataclass(frozen=True)
class CampaignPrompt:
    """Which prompt: of which campaign, in which language."""

    campaign: CampaignWords
    language: str
    key: str


@dataclass(frozen=True)
class SaidInstead:
    """A text, or a recording that says it; without a text the built-in words."""

    text: str | None = None
    recording_id: int | None = None


@dataclass(frozen=True)
class PastVersion:
    """One version as organizers see it. `recording`, `seconds` and `file_name` are those of its recording, if any."""

    id: int
    text: str | None
    recording_id: int | None
    saved_at: datetime
    saved_by: str
    recording: str | None
    seconds: float | None
    file_name: str | None

    @property
    def said(self) -> SaidInstead:
        """What it says."""
        return SaidInstead(self.text, self.recording_id)


BUILT_IN = SaidInstead()


def versions_of(session: Session, here: CampaignPrompt) -> list[PastVersion]:
    """Every version there was, the newest, which is in force, first."""
    columns = (PromptVersion.id, PromptVersion.text, PromptVersion.recording_id, PromptVersion.saved_at)
    query = (
        select(
            *columns, PromptVersion.saved_by, Recording.name.label("recording"), Recording.seconds, Recording.file_name
        )
        .outerjoin(Recording, Recording.id == PromptVersion.recording_id)
        .where(*_of(here))
        .order_by(PromptVersion.id.desc())
    )
    return [by_name(PastVersion, row) for row in session.execute(query).mappings()]


def say_instead(
    session: Session, here: CampaignPrompt, said: SaidInstead, *, seen: int, by: str, now: datetime
) -> bool:
    """Let the campaign's next version say this; False if it does already. Calls under way keep what they have.

    `seen` is the newest version that the organizer saw, 0 where there was none.

    Raises:
        CampaignChangedError: somebody else changed this prompt since, or the campaign in this moment.
    """
    newest = session.scalars(
        select(PromptVersion).where(*_of(here)).order_by(PromptVersion.id.desc()).limit(1)
    ).one_or_none()
    if (newest.id if newest else 0) != seen:
        raise CampaignChangedError
    if (SaidInstead(newest.text, newest.recording_id) if newest else BUILT_IN) == said:
        return False
    next_version(session, here.campaign.id, here.campaign.version)  # fails where anything changed since we looked
    saved = PromptVersion(campaign_id=here.campaign.id, language=here.language, key=here.key)
    saved.text, saved.recording_id = said.text, said.recording_id
    saved.saved_at, saved.saved_by = now, by
    session.add(saved)
    return True


def _of(here: CampaignPrompt) -> tuple[ColumnElement[bool], ...]:
    return (
        PromptVersion.campaign_id == here.campaign.id,
        PromptVersion.language == here.language,
        PromptVersion.key == here.key,
    )

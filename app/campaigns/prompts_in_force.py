"""What a campaign says in place of the built-in words now, by language and key."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import PromptVersion, Recording


@dataclass(frozen=True)
class OwnWords:
    """A text with blanks; with the name of a `recording` that is played instead, and says it, for so many seconds."""

    text: str
    recording: str = ""
    seconds: float = 0.0


OwnPrompts = Mapping[str, Mapping[str, OwnWords]]


def prompts_in_force(session: Session, campaign_id: int) -> OwnPrompts:
    """The newest version of each prompt that has words of its own. A recording that is gone leaves its text."""
    every = PromptVersion.campaign_id == campaign_id
    newest = select(func.max(PromptVersion.id)).where(every).group_by(PromptVersion.language, PromptVersion.key)
    query = (
        select(PromptVersion.language, PromptVersion.key, PromptVersion.text, Recording.name, Recording.seconds)
        .outerjoin(Recording, Recording.id == PromptVersion.recording_id)
        .where(PromptVersion.id.in_(newest))
    )
    prompts: dict[str, dict[str, OwnWords]] = {}
    for language, key, text, recording, seconds in session.execute(query):
        if text is not None:  # or the built-in words came back
            prompts.setdefault(language, {})[key] = OwnWords(text, recording or "", seconds or 0.0)
    return prompts

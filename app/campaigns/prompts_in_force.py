"""What a campaign says in place of the built-in words, by language and key, with the recordings that are played."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.content import SaidInstead
from models import Recording


@dataclass(frozen=True)
class OwnWords:
    """A text with blanks; with the name of a `recording` that is played instead, and says it, for so many seconds."""

    text: str
    recording: str = ""
    seconds: float = 0.0


OwnPrompts = Mapping[str, Mapping[str, OwnWords]]
Sound = tuple[str, float]


def prompts_said(session: Session, prompts: Mapping[str, Mapping[str, SaidInstead]]) -> OwnPrompts:
    """The prompts of an edition as they are said. A recording that is gone leaves its text."""
    recorded = {said.recording_id for own in prompts.values() for said in own.values()} - {None}
    sounds = _sounds(session, recorded) if recorded else {}
    own = {
        language: {key: _said(said.text, sounds.get(said.recording_id)) for key, said in texts.items() if said.text}
        for language, texts in prompts.items()
    }
    return {language: texts for language, texts in own.items() if texts}


def _sounds(session: Session, ids: set[int | None]) -> Mapping[int | None, Sound]:
    query = select(Recording.id, Recording.name, Recording.seconds).where(Recording.id.in_(ids))
    return {row.id: (row.name, row.seconds) for row in session.execute(query)}


def _said(text: str, sound: Sound | None) -> OwnWords:
    name, seconds = sound or ("", 0.0)
    return OwnWords(text, name, seconds)

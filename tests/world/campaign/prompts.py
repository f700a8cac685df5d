"""Prompts and recordings of the small world's campaign."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from app.audio import prepare_sound
from app.campaigns.in_force import campaign_words
from app.campaigns.prompts import CampaignPrompt, SaidInstead, say_instead, versions_of
from app.campaigns.recordings import keep_recording
from models import Campaign, Recording
from tests.world.campaign.sounds import hum, wav
from tests.world.one_unit import kept

NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def campaign_prompt(session: Session, campaign_id: int, key: str = "goodbye", language: str = "en") -> CampaignPrompt:
    """A prompt of the campaign as it is now."""
    version = session.get_one(Campaign, campaign_id, populate_existing=True).version
    return CampaignPrompt(campaign_words(session, campaign_id, version), language, key)


def says_instead(session: Session, here: CampaignPrompt, text: str | None, recording: int | None = None) -> bool:
    """Let the campaign say this."""
    seen = next((version.id for version in versions_of(session, here)), 0)
    said = SaidInstead(text, recording)
    return kept(session, lambda work: say_instead(work.session, here, said, seen=seen, by="ana@example.org", now=NOON))


def a_recording(session: Session, seconds: float = 1.0, **what: Any) -> Recording:
    """A recording of a hum."""
    sound = prepare_sound(wav(hum(seconds)))
    recording = keep_recording(session, sound, **{"file_name": "hello.m4a", "by": "ana@example.org"} | what)
    session.commit()
    return session.get_one(Recording, recording)

"""Prompts and recordings of the small world's campaign."""

from typing import Any

from sqlalchemy.orm import Session

from app.audio import prepare_sound
from app.campaigns.editions.content import SaidInstead
from app.campaigns.editions.fields import stamps
from app.campaigns.in_force import prepared_words
from app.campaigns.prompts import CampaignPrompt, say_instead
from app.campaigns.recordings import keep_recording
from models import Recording
from tests.world.campaign.campaigns import WHO, publish_prepared
from tests.world.campaign.sounds import hum, wav
from tests.world.one_unit import kept

NOON = WHO["now"]


def campaign_prompt(session: Session, campaign_id: int, key: str = "goodbye", language: str = "en") -> CampaignPrompt:
    """A prompt of the campaign as it is prepared."""
    return CampaignPrompt(prepared_words(session, campaign_id), language, key)


def prepares(session: Session, here: CampaignPrompt, text: str | None, recording: int | None = None) -> bool:
    """Prepare that the campaign says this."""
    seen = stamps(here.campaign.content, [here.path])
    said = SaidInstead(text, recording)
    return kept(session, lambda work: say_instead(work.session, here, said, seen=seen, **WHO))


def says_instead(session: Session, here: CampaignPrompt, text: str | None, recording: int | None = None) -> bool:
    """Let the campaign say this."""
    changed = prepares(session, here, text, recording)
    publish_prepared(session, here.campaign.id)
    session.commit()
    return changed


def a_recording(session: Session, seconds: float = 1.0, **what: Any) -> Recording:
    """A recording of a hum."""
    sound = prepare_sound(wav(hum(seconds)))
    recording = keep_recording(session, sound, **{"file_name": "hello.m4a", "by": "ana@example.org"} | what)
    session.commit()
    return session.get_one(Recording, recording)

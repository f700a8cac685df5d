"""What the audit log tells of a prompt: what it says at a moment."""

from sqlalchemy import select

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.prompts import BUILT_IN, CampaignPrompt
from app.organizers.audited import Told
from app.organizers.prompts.names import LANGUAGES, PROMPTS
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Recording


def told_of_prompt(here: CampaignPrompt) -> Told:
    """Its words, and the recording that says them, if any."""

    def facts() -> Facts:
        prompts = prepared_edition(db.session, here.campaign.id).content.prompts
        said = prompts.get(here.language, {}).get(here.key, BUILT_IN)
        recording = select(Recording.file_name).where(Recording.id == said.recording_id)
        return {
            "says": "the built-in words" if said.text is None else said.text,
            "recording": db.session.scalar(recording) or "none",
        }

    title = f"the prompt “{PROMPTS[here.key].title}” of {here.campaign.subject} in {LANGUAGES[here.language]}"
    return Told(AuditAct.CAMPAIGN_CHANGED, title, facts, here.campaign.id)

"""What the audit log tells of a prompt: what it says at a moment."""

from app.campaigns.prompts import CampaignPrompt, versions_of
from app.organizers.audited import Told
from app.organizers.prompts.names import LANGUAGES, PROMPTS
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct


def told_of_prompt(here: CampaignPrompt) -> Told:
    """Its words, and the recording that says them, if any."""

    def facts() -> Facts:
        newest = next(iter(versions_of(db.session, here)), None)
        return {
            "says": newest.text if newest and newest.text is not None else "the built-in words",
            "recording": (newest.file_name if newest else None) or "none",
        }

    title = f"the prompt “{PROMPTS[here.key].title}” of {here.campaign.subject} in {LANGUAGES[here.language]}"
    return Told(AuditAct.CAMPAIGN_CHANGED, title, facts, here.campaign.id)

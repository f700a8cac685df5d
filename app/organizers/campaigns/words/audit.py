"""What the audit log tells of a campaign's words in English, as they are prepared at a moment."""

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.organizers.audited import Told
from app.organizers.campaigns.words.actions import actions_written
from app.organizers.campaigns.words.form import before_anybody_types
from app.organizers.campaigns.words.names import FIELDS
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct


def told_of_words(words: CampaignWords) -> Told:
    """The texts, and what else there is to do."""

    def facts() -> Facts:
        content = prepared_edition(db.session, words.id).content
        fields = before_anybody_types(content)
        texts = {about.title.lower(): fields[name] for name, about in FIELDS.items()}
        return {**texts, "the latest": [text for text in actions_written(content.actions).values() if text]}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the words of {words.subject}", facts, words.id)

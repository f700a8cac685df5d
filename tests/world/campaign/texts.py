"""Translations of the small world's campaign."""

from typing import Any

from sqlalchemy.orm import Session

from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Texts
from app.campaigns.translating import CampaignLanguage, translate
from models import Campaign
from tests.world.campaign.prompts import NOON
from tests.world.one_unit import kept


def campaign_language(session: Session, campaign_id: int, language: str = "es") -> CampaignLanguage:
    """The campaign's texts in a language as they are now."""
    version = session.get_one(Campaign, campaign_id, populate_existing=True).version
    return CampaignLanguage(campaign_words(session, campaign_id, version), language)


def translates(session: Session, here: CampaignLanguage, *still_fit: str, **texts: Any) -> bool:
    """Let the campaign have these texts in that language, and no others."""
    how = {"still_fit": still_fit, "seen": here.stamp, "by": "ana@example.org", "now": NOON}
    return kept(session, lambda work: translate(work.session, here, Texts(**texts), **how))

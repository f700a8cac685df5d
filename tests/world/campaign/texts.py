"""Translations of the small world's campaign."""

from typing import Any

from sqlalchemy.orm import Session

from app.campaigns.editions.fields import stamps
from app.campaigns.in_force import prepared_words
from app.campaigns.texts import Texts
from app.campaigns.translating import CampaignLanguage, translate
from tests.world.campaign.campaigns import WHO
from tests.world.one_unit import kept


def campaign_language(session: Session, campaign_id: int, language: str = "es") -> CampaignLanguage:
    """The campaign's texts in a language as they are prepared."""
    return CampaignLanguage(prepared_words(session, campaign_id), language)


def translates(session: Session, here: CampaignLanguage, *still_fit: str, **texts: Any) -> bool:
    """Prepare these texts in that language, and no others."""
    seen = stamps(here.campaign.content, here.shown)
    how = {"still_fit": still_fit, "seen": seen, **WHO}
    return kept(session, lambda work: translate(work.session, here, Texts(**texts), **how))

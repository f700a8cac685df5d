"""What the audit log tells of a campaign's translations, and of how its script is told, as they stand at a moment."""

from app.campaigns.in_force import CampaignWords
from app.campaigns.texts import Translation, translations_of
from app.campaigns.translating import CampaignLanguage
from app.organizers.audited import Told
from app.organizers.languages.form import before_anybody_types
from app.organizers.languages.names import LANGUAGES, TEXTS, TOLD
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Campaign


def told_of_texts(here: CampaignLanguage) -> Told:
    """The texts in one language."""

    def facts() -> Facts:
        now = translations_of(db.session, here.campaign.id).get(here.language, Translation())
        return {TEXTS[name].title.lower(): text for name, text in before_anybody_types(now.texts).items()}

    subject = f"the {LANGUAGES[here.language]} texts of {here.campaign.subject}"
    return Told(AuditAct.CAMPAIGN_CHANGED, subject, facts, here.campaign.id)


def told_of_telling(words: CampaignWords) -> Told:
    """In which languages supporters read the script."""

    def facts() -> Facts:
        now = db.session.get_one(Campaign, words.id, populate_existing=True)
        return {"told": TOLD[now.script_told][0]}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"how the script of {words.subject} is told", facts, words.id)

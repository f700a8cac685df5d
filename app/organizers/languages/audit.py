"""What the audit log tells of a campaign's translations, and of how its script is told, as they stand at a moment."""

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.campaigns.texts import Translation
from app.campaigns.translating import CampaignLanguage
from app.organizers.audited import Told
from app.organizers.languages.form import before_anybody_types
from app.organizers.languages.names import TOLD
from app.organizers.texts import LANGUAGES, TEXTS
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct


def told_of_texts(here: CampaignLanguage) -> Told:
    """The texts in one language."""

    def facts() -> Facts:
        content = prepared_edition(db.session, here.campaign.id).content
        now = content.translations.get(here.language, Translation())
        return {TEXTS[name].title.lower(): text for name, text in before_anybody_types(now.texts).items()}

    subject = f"the {LANGUAGES[here.language]} texts of {here.campaign.subject}"
    return Told(AuditAct.CAMPAIGN_CHANGED, subject, facts, here.campaign.id)


def told_of_offered(words: CampaignWords) -> Told:
    """In which languages its texts are to be."""

    def facts() -> Facts:
        offered = prepared_edition(db.session, words.id).content.languages
        return {"languages": [name for code, name in LANGUAGES.items() if not offered or code in offered]}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the languages of {words.subject}", facts, words.id)


def told_of_telling(words: CampaignWords) -> Told:
    """In which languages supporters read the script."""

    def facts() -> Facts:
        return {"told": TOLD[prepared_edition(db.session, words.id).content.script_told][0]}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"how the script of {words.subject} is to be told", facts, words.id)

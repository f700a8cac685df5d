"""What the audit log tells of a campaign, read anew at each moment: what pages keep in memory is committed."""

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from app.campaigns.in_force import CampaignWords
from app.organizers.audited import Told
from app.organizers.labels import CAMPAIGN, WHOM_TO_CALL
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Campaign, CampaignExclusion, ListedOfficeHolder, OfficeHolder


def told_of_whom(words: CampaignWords) -> Told:
    """Whom it calls, and whom not."""

    def facts() -> Facts:
        now = _campaign(words.id)
        return {
            "calls": WHOM_TO_CALL[now.whom_to_call],
            "list": _names(ListedOfficeHolder, words.id, ListedOfficeHolder.rank),
            "supporting already": _names(CampaignExclusion, words.id, OfficeHolder.name),
            "script of thanks": now.thanks_script,
        }

    return Told(AuditAct.CAMPAIGN_CHANGED, f"whom {words.subject} calls", facts, words.id)


def told_of_keeping(words: CampaignWords) -> Told:
    """Whether it keeps the numbers of those who dial in."""
    subject = f"whether {words.subject} keeps its callers' numbers"
    return Told(AuditAct.CAMPAIGN_CHANGED, subject, lambda: {"kept": _campaign(words.id).keeps_numbers}, words.id)


def told_of_state(words: CampaignWords) -> Told:
    """Whether it is live or paused."""

    def facts() -> Facts:
        return {"state": CAMPAIGN[_campaign(words.id).state].text}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the state of {words.subject}", facts, words.id)


def _campaign(campaign_id: int) -> Campaign:
    return db.session.get_one(Campaign, campaign_id, populate_existing=True)


def _names(
    table: type[ListedOfficeHolder] | type[CampaignExclusion],
    campaign_id: int,
    order: InstrumentedAttribute[int] | InstrumentedAttribute[str],
) -> list[str]:
    names = select(OfficeHolder.name).join(table, table.office_holder_id == OfficeHolder.id)
    return list(db.session.scalars(names.where(table.campaign_id == campaign_id).order_by(order)))

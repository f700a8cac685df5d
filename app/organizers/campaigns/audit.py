"""What the audit log tells of a campaign, read anew at each moment: what pages keep in memory is committed."""

from collections.abc import Sequence

from sqlalchemy import select

from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.guard.phone_numbers import national
from app.organizers.audited import Told
from app.organizers.labels import CAMPAIGN, WHOM_TO_CALL
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Campaign, OfficeHolder


def told_of_whom(words: CampaignWords) -> Told:
    """Whom it is prepared to call, and whom not."""

    def facts() -> Facts:
        now = prepared_edition(db.session, words.id).content
        return {
            "calls": WHOM_TO_CALL[now.whom.rule],
            "rings nobody": now.whom.own_phones,
            "through the switchboard": now.whom.switchboard,
            "list": _names(now.whom.listed),
            "supporting already": sorted(_names(now.whom.with_us)),
            "against it": sorted(_names(now.whom.against)),
        }

    return Told(AuditAct.CAMPAIGN_CHANGED, f"whom {words.subject} is to call", facts, words.id)


def told_of_script(words: CampaignWords) -> Told:
    """What supporters are to say to the office."""

    def facts() -> Facts:
        now = prepared_edition(db.session, words.id).content.english
        return {
            "script": now.script,
            "message for voicemail": now.voicemail_script,
            "script of thanks": now.thanks_script,
        }

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the script of {words.subject}", facts, words.id)


def told_of_held_back(words: CampaignWords) -> Told:
    """Whom nobody calls for now."""
    subject = f"whom {words.subject} holds back"
    return Told(
        AuditAct.CAMPAIGN_CHANGED,
        subject,
        lambda: {"held back": sorted(_names(_campaign(words.id).held_back))},
        words.id,
    )


def told_of_number_use(words: CampaignWords) -> Told:
    """What its number is for."""

    def facts() -> Facts:
        now = _campaign(words.id)
        return {
            "hotline": now.serves_hotline,
            "offices reach": now.office_contact,
        }

    return Told(AuditAct.CAMPAIGN_CHANGED, f"what the number of {words.subject} is for", facts, words.id)


def told_of_state(words: CampaignWords) -> Told:
    """Whether it is live or paused."""

    def facts() -> Facts:
        return {"state": CAMPAIGN[_campaign(words.id).state].text}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the state of {words.subject}", facts, words.id)


def told_of_number(words: CampaignWords) -> Told:
    """Which number it has, and until when that stays with it."""

    def facts() -> Facts:
        here = _campaign(words.id)
        return {"number": national(here.phone_number), "kept until": str(here.number_kept_until or "")}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the number of {words.subject}", facts, words.id)


def _campaign(campaign_id: int) -> Campaign:
    return db.session.get_one(Campaign, campaign_id, populate_existing=True)


def _names(holder_ids: Sequence[int]) -> list[str]:
    names = select(OfficeHolder.id, OfficeHolder.name).where(OfficeHolder.id.in_(holder_ids))
    by_id = {row.id: row.name for row in db.session.execute(names)}
    return [by_id[one] for one in holder_ids if one in by_id]

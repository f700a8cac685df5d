"""Looks every minute for what is odd, and holds that back; where several campaigns are, all of them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.odd.signs import SIGNS, browsers_work
from app.limits.holds.change import SAFE_MODE, hold, standing_holds
from app.limits.suspicion.state import suspect, trust_again
from models import ANOMALIES, EVERY_CAMPAIGN, Campaign, WhyHeld

SEVERAL = 2
BY_ITSELF = "{many} campaigns are odd at once: {why}"


def watch(session: Session, now: datetime, looks_for: Collection[WhyHeld]) -> None:
    """Hold back what is odd now, of all that is looked for."""
    if WhyHeld.UNACCEPTED_RINGS in looks_for:
        _let_browsers_work(session, browsers_work(session, now))
    is_new = False
    for why in SIGNS:
        if why in looks_for:
            for held, sentence in SIGNS[why](session, now):
                is_new = hold(session, held, sentence, now) or is_new
    if is_new:
        _hold_all(session, now)


def _let_browsers_work(session: Session, suspicious: Collection[int]) -> None:
    """For a call of these, for as long as it is so; before their rings are held back, and once they go on."""
    for campaign_id in session.scalars(select(Campaign.id).where(Campaign.asks_proof)).all():
        if campaign_id not in suspicious:
            trust_again(session, campaign_id)
    for campaign_id in suspicious:
        suspect(session, campaign_id)


def _hold_all(session: Session, now: datetime) -> None:
    odd = [it for it in standing_holds(session) if it.why in ANOMALIES and it.campaign_id != EVERY_CAMPAIGN]
    if len({it.campaign_id for it in odd}) >= SEVERAL:
        sentence = BY_ITSELF.format(many=len(odd), why=" ".join(it.sentence for it in odd))
        hold(session, SAFE_MODE, sentence[:300], now)

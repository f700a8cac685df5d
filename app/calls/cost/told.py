"""Tells organizers that half, most, or all of a budget is spent: an alert for each, until it is not so any more."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.cost.at_most import share_of_calls
from app.campaigns.editions.earlier import as_listed
from app.config import Settings
from app.limits.money.forecast import SPANS, dollars, share_spent
from app.limits.money.ledger import Ledger, ledgers
from app.store.alerts import others_over, raise_alert
from models import AlertKind, Campaign, Edition

STEPS = (100, 80, 50)  # percent
CAMPAIGN_PAGE, SAFETY_PAGE = "/organizers/campaigns/{id}/money", "/organizers/safety"
SPENT = "{whose}: {percent} % of the {budget} for {span} is spent ({spent})."
ALL_SPENT = (
    "{whose}: the {budget} for {span} are spent, but for what a sentence costs to those who dial in. Nobody is rung; "
    "pages offer own phones."
)


def tell_of_budgets(session: Session, now: datetime, settings: Settings) -> None:
    """Raise an alert for each budget of which so much is spent, and let those be over of which it is not."""
    steps = {it: _step(it, settings) for it in ledgers(session, now).values() if it.may_cost is not None}
    told = {_about(it, step): (it, step) for it, step in steps.items() if step}
    subjects = _subjects(session) if told else {}
    for about, (ledger, step) in told.items():
        whose = f"“{subjects.get(ledger.campaign_id, '')}”" if ledger.campaign_id else "All campaigns together"
        page = CAMPAIGN_PAGE.format(id=ledger.campaign_id) if ledger.campaign_id else SAFETY_PAGE
        raise_alert(session, AlertKind.BUDGET, about, _sentence(ledger, step, whose), link=page, now=now)
    others_over(session, AlertKind.BUDGET, list(told), now=now)


def _subjects(session: Session) -> dict[int, str]:
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    return {row.id: row.subject for row in session.execute(select(Campaign.id, subject))}


def _step(ledger: Ledger, settings: Settings) -> int:
    """How far it is: spent is what calls may cost no more, whatever is kept for a sentence."""
    left = ledger.to_spend(share_of_calls(settings))
    percent = 100 if left is not None and left <= 0 else share_spent(ledger)
    return next((step for step in STEPS if percent >= step), 0)


def _about(ledger: Ledger, step: int) -> str:
    return f"{ledger.campaign_id} {ledger.span} {ledger.since} {step}"


def _sentence(ledger: Ledger, step: int, whose: str) -> str:
    return (ALL_SPENT if step == STEPS[0] else SPENT).format(
        whose=whose,
        percent=share_spent(ledger),
        budget=dollars(ledger.may_cost or ledger.spent),
        span=SPANS[ledger.span],
        spent=dollars(ledger.spent),
    )

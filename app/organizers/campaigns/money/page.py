"""What a campaign cost, by the day and the month, what it may cost, and what it will if it goes on like this."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.cost.at_most import call_costs_at_most, holders_of, least_budget, share_of_calls
from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.guard.who_may import least
from app.limits.holds.by_budget import set_budget
from app.limits.holds.change import standing_holds
from app.limits.money.forecast import forecast, share_spent
from app.limits.money.shown import MoneyShown, money_of
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.money.form import BudgetForm, as_typed
from app.organizers.change import Who, saved
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import BUDGETS, AuditAct, Budget, TeamRole

MONEY = "/campaigns/<int:campaign_id>/money"
NOTICES = {
    "changed": Notice("Saved. It holds from this moment on."),
    "same": Notice("Nothing was changed: it is so already."),
    "faster": Notice("Somebody else changed this in the same moment. Try once more.", is_bad=True),
}
MONEY_PAGE = Page("organizers.money", NOTICES)


@organizers.get(MONEY)
@least(TeamRole.ORGANIZER)
def money(campaign_id: int) -> str:
    """The page."""
    words = found_campaign(campaign_id)
    return _page(words, Filled(typed_budget(campaign_id)))


@organizers.post(MONEY)
@least(TeamRole.ORGANIZER)
def change_budget(campaign_id: int) -> Response | tuple[str, int]:
    """Let it cost so much from now on."""
    words, own = found_campaign(campaign_id), given()
    needs = call_costs_at_most(own.settings, holders_of(words))
    share = share_of_calls(own.settings)
    form = read_form(BudgetForm, request.form, least=least_budget(own.settings, holders_of(words)))
    if form.meant is None:
        return _page(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    budget = Budget(campaign_id=campaign_id, a_day=form.meant.a_day, a_month=form.meant.a_month)

    def save(who: Who) -> bool:
        return set_budget(db.session, budget, needs, share, who.now)

    came = saved(told_of_budget(campaign_id, f"the budget of {words.subject}"), save)
    return MONEY_PAGE.tells(came, campaign_id=campaign_id)


def typed_budget(campaign_id: int) -> dict[str, str]:
    """The fields as they are."""
    budget = db.session.get(Budget, campaign_id, populate_existing=True) or Budget(campaign_id=campaign_id)
    return {"a_day": as_typed(budget.a_day), "a_month": as_typed(budget.a_month)}


def told_of_budget(campaign_id: int, subject: str) -> Told:
    """What the audit log tells of it."""
    return Told(AuditAct.SETTING_CHANGED, subject, lambda: dict(typed_budget(campaign_id)), campaign_id or None)


def _page(words: CampaignWords, form: Filled[BudgetForm]) -> str:
    own = given()
    shown = money_of(db.session, words.id, own.clock())
    return render_template(
        "organizers/campaigns/money/page.html",
        campaign=words,
        money=shown,
        forecast=forecast(shown.day, shown.month, own.clock()),
        holds=[it for it in standing_holds(db.session) if it.why in BUDGETS and it.campaign_id in {0, words.id}],
        form=form,
        prices=own.settings.price_table,
        a_call=call_costs_at_most(own.settings, holders_of(words)),
        reserve=own.settings.hotline_reserve_percent,
        notice=MONEY_PAGE.notice(),
        **words_of_money(shown),
    )


def words_of_money(shown: MoneyShown) -> dict[str, object]:
    """What its parts need."""
    return {"share_spent": share_spent, "is_estimate": shown.month.estimated > 0}

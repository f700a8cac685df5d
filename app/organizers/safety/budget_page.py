"""What all campaigns together may cost: an admin says so."""

from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.calls.cost.at_most import call_costs_at_most, least_budget, share_of_calls
from app.extensions import given
from app.guard.who_may import least
from app.limits.holds.by_budget import set_budget
from app.organizers.blueprint import organizers
from app.organizers.campaigns.money.form import BudgetForm
from app.organizers.campaigns.money.page import told_of_budget
from app.organizers.change import Who, saved
from app.organizers.safety.page import SAFETY, show
from app.serving.forms import read_form
from app.store.db import db
from models import EVERY_CAMPAIGN, Budget, TeamRole


@organizers.post("/safety/budget")
@least(TeamRole.ADMIN)
def change_budget_of_all() -> Response | tuple[str, int]:
    """Let all together cost so much from now on."""
    settings = given().settings
    needs, share = call_costs_at_most(settings, 1), share_of_calls(settings)
    form = read_form(BudgetForm, request.form, least=least_budget(settings, 1))
    if form.meant is None:
        return show(form), HTTPStatus.UNPROCESSABLE_ENTITY
    budget = Budget(campaign_id=EVERY_CAMPAIGN, a_day=form.meant.a_day, a_month=form.meant.a_month)

    def save(who: Who) -> bool:
        return set_budget(db.session, budget, needs, share, who.now)

    return SAFETY.tells(saved(told_of_budget(EVERY_CAMPAIGN, "the budget of all campaigns together"), save))

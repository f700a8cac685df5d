"""What is held back now and why, and the two buttons that matter at night: all stop, and go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, render_template
from flask_security import current_user
from werkzeug.wrappers import Response

from app.calls.cost.at_most import call_costs_at_most
from app.calls.shown.log.page import campaign_subjects
from app.extensions import given
from app.guard.who_may import least
from app.limits.holds.change import NOBODY_IS_RUNG, SAFE_MODE, hold, hold_of, let_go, standing_holds
from app.limits.holds.restored import RESTORED
from app.limits.money.forecast import forecast, share_spent
from app.limits.money.shown import money_of
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.campaigns.money.form import BudgetForm
from app.organizers.campaigns.money.page import NOTICES, typed_budget
from app.organizers.labels import HELD
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled
from app.store.db import db
from app.store.unit import unit
from models import BUDGETS, BY_THEMSELVES, EVERY_CAMPAIGN, AuditAct, Hold, TeamRole

SUBJECT = "safe mode"
BY_HAND = "Somebody of the team wanted it so."
SAFETY = Page(
    "organizers.safety",
    {
        **NOTICES,
        "stopped": Notice("Safe mode is on. Nobody is rung; calls under way go on, and pages offer own phones."),
        "on": Notice("It goes on. Pages ring again from this moment on."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@dataclass(frozen=True)
class Shown:
    """A hold, and of which campaign it is: empty where it is of all, or of none."""

    hold: Hold
    campaign: str


@organizers.get("/safety")
@least(TeamRole.VIEWER)
def safety() -> str:
    """The page."""
    return show(Filled(typed_budget(EVERY_CAMPAIGN)))


@organizers.post("/safety/stop")
@least(TeamRole.ORGANIZER)
def stop_all() -> Response:
    """Ring nobody from now on, for any campaign."""
    with unit(db.session) as work:
        is_new = hold(work.session, SAFE_MODE, BY_HAND, given().clock(), by=current_user.email)
        if is_new:
            note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"safe mode": True})
    return SAFETY.tells("stopped" if is_new else "same")


@organizers.post("/safety/holds/<int:hold_id>/over")
@least(TeamRole.ORGANIZER)
def go_on(hold_id: int) -> Response:
    """Let it go on; what was odd until now is not held against it again."""
    mine = {it.hold.id: it.hold for it in _theirs() if it.hold.why not in BY_THEMSELVES}
    if hold_id not in mine:
        return SAFETY.tells("same")  # somebody was faster, or it is not theirs
    if mine[hold_id].why is RESTORED.why and signed_in().role is not TeamRole.ADMIN:
        abort(HTTPStatus.FORBIDDEN)
    with unit(db.session) as work:
        over = let_go(work.session, hold_id, given().clock(), by=current_user.email)
        if over:
            which = over.campaign_id or None
            note(work.session, AuditAct.SETTING_CHANGED, f"what was paused: {HELD[over.why]}", campaign_id=which)
    return SAFETY.tells("on" if over else "same")


def show(form: Filled[BudgetForm]) -> str:
    """The page with what was typed and what is wrong with it."""
    own, settings = given(), given().settings
    money = money_of(db.session, EVERY_CAMPAIGN, own.clock())
    return render_template(
        "organizers/safety/page.html",
        safe_mode=hold_of(db.session, SAFE_MODE),
        restored=hold_of(db.session, RESTORED),
        holds=[it for it in _theirs() if it.hold.why not in NOBODY_IS_RUNG],
        money=money,
        forecast=forecast(money.day, money.month, own.clock()),
        form=form,
        prices=settings.price_table,
        a_call=call_costs_at_most(settings, 1),
        reserve=settings.hotline_reserve_percent,
        is_estimate=money.month.estimated > 0,
        share_spent=share_spent,
        budgets=BUDGETS,
        by_themselves=BY_THEMSELVES,
        notice=SAFETY.notice(),
    )


def _theirs() -> Sequence[Shown]:
    """What concerns whoever has signed in."""
    who = signed_in()
    subjects = campaign_subjects(db.session, who.campaigns)
    return [
        Shown(it, subjects.get(it.campaign_id, ""))
        for it in standing_holds(db.session)
        if it.campaign_id == EVERY_CAMPAIGN or it.campaign_id in subjects
    ]

"""The blocked numbers by day and way, none of which anybody can read; and the form to look one up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import render_template, request

from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.limits.blocked.by_day import blocked_in_month
from app.limits.blocked.number import Blocked
from app.limits.never_rung.asked import asked_for_peace
from app.organizers.accounts.roles import signed_in
from app.organizers.asked_fields import LONGEST_REASON
from app.organizers.blocked.forms import BlockForm, GiveBackForm, LookForm
from app.organizers.blueprint import organizers
from app.organizers.log.filters import YEARS
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled
from app.store.db import db
from models import HowBlocked, TeamRole

WAYS: Mapping[str, str] = {
    HowBlocked.KEY_9: "Key 9, when we rang them",
    HowBlocked.PAGE: "On the page of a call they took",
    HowBlocked.IN_WRITING: "By you, for who asked in writing",
    HowBlocked.CALLER_ID: "By caller ID on the hotline, for 24 hours",
}
OTHERWISE = "In another way"
BLOCKED = Page(
    "organizers.blocked",
    {
        "blocked": Notice("Blocked. Nobody is rung there from now on, whoever types the number."),
        "same": Notice("Nothing was changed: it was blocked for good already."),
        "given-back": Notice("Given back. It may be called again."),
        "not-blocked": Notice("Nothing was changed: the number is not blocked."),
    },
)


NOTHING_TYPED = Filled[LookForm](dict.fromkeys(GiveBackForm.model_fields, ""))


@dataclass(frozen=True)
class One:
    """A number that somebody typed, and how it is blocked, if it is; `seen` is a sign of that for its forms."""

    phone: str
    blocked: Blocked | None
    seen: str = ""


@dataclass(frozen=True)
class Shown:
    """What the page shows beside the list: the number that was asked about, and the form that was sent."""

    one: One | None = None
    form: Filled[LookForm] | Filled[BlockForm] | Filled[GiveBackForm] = NOTHING_TYPED
    sent: str = ""


@organizers.get("/blocked")
@least(TeamRole.VIEWER)
def blocked() -> str:
    """The list of a month, the present one unless another is asked for."""
    return page(Shown())


def page(shown: Shown) -> str:
    """The page, with what was typed and what is wrong with it."""
    now, role = given().clock(), signed_in()
    return render_template(
        "organizers/blocked/page.html",
        month=blocked_in_month(db.session, _month(request.args.get("month", ""), eastern_day(now)), now),
        asked=asked_for_peace(db.session, now),
        ways=WAYS,
        otherwise=OTHERWISE,
        one=shown.one,
        form=shown.form,
        sent=shown.sent,
        longest=LONGEST_REASON,
        today=eastern_day(now),
        may_look=role.may(TeamRole.ORGANIZER),
        may_give_back=role.may(TeamRole.ADMIN),
        notice=BLOCKED.notice(),
    )


def _month(text: str, today: date) -> date:
    try:
        month = date.fromisoformat(f"{text}-01") if text else today
    except ValueError:
        month = today
    return (month if month.year in YEARS else today).replace(day=1)

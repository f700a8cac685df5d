"""All legal holds, and the form that begins one: an admin's alone, since what is kept longer is a risk to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.calls.shown.log.page import campaign_subjects
from app.clock import eastern_day
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.organizers.asked_fields import LONGEST_REASON
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.legal_holds.form import NOTHING_TYPED, BeginForm
from app.organizers.notices import Notice, Page
from app.privacy.holding.change import AT_MOST, Wanted, begin_hold, standing_holds, tell_beside_keys
from app.privacy.holding.shown import ended_holds
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, LegalHold, TeamRole

NOT_WRITTEN = "Nothing is held: the folder of the keys (KEYS_PATH) cannot be written. `flask doctor` says more."
HOLDS = Page(
    "organizers.legal_holds",
    {
        "begun": Notice("It is held. Nothing of this campaign's calls is forgotten from now on."),
        "changed": Notice("Changed. It stands in the audit log."),
        "ended": Notice("Ended. Within minutes all that is overdue is forgotten, and the hold's key with it."),
        "same": Notice("Nothing was changed: it is so already."),
        "over": Notice("Nothing was changed: this hold is over.", is_bad=True),
    },
)


@dataclass(frozen=True)
class Shown:
    """A hold with the name of its campaign."""

    hold: LegalHold
    subject: str


@organizers.get("/legal-holds")
@least(TeamRole.ADMIN)
def legal_holds() -> str:
    """Those that stand, those that are over, and the form."""
    return _page(Filled(NOTHING_TYPED))


@organizers.post("/legal-holds")
@least(TeamRole.ADMIN)
def begin_legal_hold() -> Response | tuple[str, int]:
    """Keep a campaign's calls from now on."""
    subjects = campaign_subjects(db.session)
    form = read_form(BeginForm, request.form, free=_free(subjects))
    meant = form.meant
    if meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    own, wanted = given(), Wanted(meant.reason, meant.until, current_user.email)
    try:
        with unit(db.session) as work:
            is_new = begin_hold(work.session, own.vault.days.holds, meant.campaign, wanted, own.clock())
            if is_new:
                subject, after = subjects[meant.campaign], told(wanted)
                note(work.session, AuditAct.LEGAL_HOLD_BEGUN, subject, campaign_id=meant.campaign, after=after)
    except OSError:
        return _page(form.with_error("campaign", NOT_WRITTEN)), HTTPStatus.UNPROCESSABLE_ENTITY
    tell_beside_keys(db.session, own.vault.days.holds)
    return HOLDS.tells("begun" if is_new else "same")


def told(wanted: Wanted) -> Mapping[str, object]:
    """What the audit log says of it."""
    return {"reason": masked(wanted.reason), "last day": wanted.until.isoformat()}


def _free(subjects: Mapping[int, str]) -> dict[int, str]:
    held = {hold.campaign_id for hold in standing_holds(db.session)}
    return {campaign_id: subject for campaign_id, subject in subjects.items() if campaign_id not in held}


def _page(form: Filled[BeginForm]) -> str:
    subjects, today = campaign_subjects(db.session), eastern_day(given().clock())
    return render_template(
        "organizers/legal_holds/list.html",
        form=form,
        free=_free(subjects),
        holds=[Shown(hold, subjects[hold.campaign_id]) for hold in standing_holds(db.session)],
        over=[Shown(hold, subjects[hold.campaign_id]) for hold in ended_holds(db.session)],
        longest=LONGEST_REASON,
        today=today,
        latest=today + AT_MOST,
        notice=HOLDS.notice(),
    )

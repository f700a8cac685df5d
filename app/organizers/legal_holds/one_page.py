"""One legal hold: prolonged, or its reason put anew. What ends it is a page of its own."""

from http import HTTPStatus

from flask import abort, render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.calls.shown.log.page import campaign_subjects
from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.organizers.asked_fields import LONGEST_REASON
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import LARGEST_ID
from app.organizers.legal_holds.form import ChangeForm
from app.organizers.legal_holds.list_page import HOLDS, told
from app.privacy.holding.change import AT_MOST, Wanted, change_hold, tell_beside_keys
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, LegalHold, TeamRole

HOLD = "/legal-holds/<int:hold_id>"


@organizers.get(HOLD)
@least(TeamRole.ADMIN)
def legal_hold(hold_id: int) -> str:
    """What it keeps, the form that prolongs it, and the way to its end."""
    hold = found_hold(hold_id)
    return _page(hold, Filled({"reason": hold.reason, "until": hold.until.isoformat()}))


@organizers.post(HOLD)
@least(TeamRole.ADMIN)
def change_legal_hold(hold_id: int) -> Response | tuple[str, int]:
    """Keep it for longer, or for another reason, too."""
    hold = found_hold(hold_id)
    form = read_form(ChangeForm, request.form, until=hold.until)
    if form.meant is None:
        return _page(hold, form), HTTPStatus.UNPROCESSABLE_ENTITY
    wanted = Wanted(form.meant.reason, form.meant.until, current_user.email)
    keys = given().vault.days.holds
    with unit(db.session) as work:
        says = Told(AuditAct.LEGAL_HOLD_CHANGED, subject_of(hold), lambda: told(wanted_now(hold)), hold.campaign_id)
        is_changed = noted(work.session, says, lambda: change_hold(work.session, hold, wanted))
    tell_beside_keys(db.session, keys)
    return HOLDS.tells("changed" if is_changed else "same")


def found_hold(hold_id: int) -> LegalHold:
    """The hold that an address names."""
    hold = db.session.get(LegalHold, min(hold_id, LARGEST_ID))
    if hold is None:
        abort(HTTPStatus.NOT_FOUND)
    return hold


def wanted_now(hold: LegalHold) -> Wanted:
    """Why it is kept and until when, as the database has it at this moment."""
    db.session.refresh(hold)
    return Wanted(hold.reason, hold.until, hold.begun_by)


def subject_of(hold: LegalHold) -> str:
    """What its campaign is about."""
    return campaign_subjects(db.session, frozenset({hold.campaign_id}))[hold.campaign_id]


def _page(hold: LegalHold, form: Filled[ChangeForm]) -> str:
    return render_template(
        "organizers/legal_holds/one.html",
        hold=hold,
        subject=subject_of(hold),
        form=form,
        longest=LONGEST_REASON,
        latest=max(eastern_day(given().clock()) + AT_MOST, hold.until),
        notice=HOLDS.notice(),
    )

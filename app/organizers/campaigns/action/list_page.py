"""The days of action of a campaign, and the form that sets one."""

from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.campaigns.action.day import Wanted
from app.campaigns.action.keep import DayTakenError, set_day
from app.campaigns.action.kept import all_days
from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.called import seats_called
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.campaigns.action.form import Sent, blank, read_sent, rows_shown
from app.organizers.campaigns.action.names import DAY, DAYS, LIST, PARTIES, SUBJECT, TAKEN
from app.organizers.campaigns.found import found_campaign
from app.representatives import directory
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole


@organizers.get(DAYS)
@least(TeamRole.ORGANIZER)
def action_days(campaign_id: int) -> str:
    """All of them, and the form."""
    return _page(found_campaign(campaign_id), blank())


@organizers.post(DAYS)
@least(TeamRole.ORGANIZER)
def set_action_day(campaign_id: int) -> Response | tuple[str, int]:
    """Set one, and show it."""
    words, roster = found_campaign(campaign_id), directory(db.session)
    sent = read_sent(request.form, roster, seats_called(roster, words), given().clock())
    if sent.meant is None:
        return _page(words, sent), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        made = _set(campaign_id, sent.meant)
    except DayTakenError:
        return _page(words, sent.with_error("day", TAKEN)), HTTPStatus.CONFLICT
    return DAY.tells("set", campaign_id=campaign_id, day_id=made)


def _set(campaign_id: int, wanted: Wanted) -> int:
    with unit(db.session) as work:
        made = set_day(work.session, campaign_id, wanted, by=current_user.email)
        subject = SUBJECT.format(day=wanted.day)
        note(work.session, AuditAct.CAMPAIGN_CHANGED, subject, campaign_id=campaign_id, after=wanted.told())
    return made


def _page(words: CampaignWords, sent: Sent) -> str:
    return render_template(
        "organizers/campaigns/action/list.html",
        campaign=words,
        days=all_days(db.session, words.id),
        sent=sent,
        rows=list(rows_shown(sent)),
        parties=PARTIES,
        notice=LIST.notice(),
    )

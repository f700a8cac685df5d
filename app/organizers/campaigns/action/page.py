"""One day of action: how it goes, what should be known, its links; changed while it runs, canceled, taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from itertools import chain

from flask import abort, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.calls.later.outside import agreed_outside
from app.campaigns.action.day import ActionDay as ActionDayValue
from app.campaigns.action.keep import DayChangedError, DayTakenError, cancel_day, change_day, restore_day
from app.campaigns.action.kept import as_value, the_day
from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.called import seats_called
from app.clock import eastern_day
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.campaigns.action.checks import Remark, remarks, told_of_agreed
from app.organizers.campaigns.action.form import Sent, as_typed, read_sent, rows_shown
from app.organizers.campaigns.action.names import DAY, ONE, PARTIES, SUBJECT, TAKEN
from app.organizers.campaigns.action.shown import Looking, shown_day
from app.organizers.campaigns.found import LARGEST_ID, found_campaign
from app.organizers.change import FASTER, digest
from app.readiness.worker import worker_checks
from app.representatives import directory
from app.store.db import db
from app.store.unit import unit
from models import ActionDay, AuditAct, Campaign, TeamRole


@organizers.get(ONE)
@least(TeamRole.VIEWER)
def action_day(campaign_id: int, day_id: int) -> str:
    """How it stands."""
    words, row = found_campaign(campaign_id), _found(campaign_id, day_id)
    return _page(words, row, as_typed(as_value(row)))


@organizers.post(ONE)
@least(TeamRole.ORGANIZER)
def change_action_day(campaign_id: int, day_id: int) -> Response | tuple[str, int]:
    """Let it be otherwise from now on."""
    words, row, roster = found_campaign(campaign_id), _found(campaign_id, day_id), directory(db.session)
    seats, now = seats_called(roster, words), given().clock()
    sent = read_sent(request.form, roster, seats, now, row.day.isoformat())
    wanted = sent.meant
    if wanted is None:
        return _page(words, row, sent), HTTPStatus.UNPROCESSABLE_ENTITY

    def change(session: Session) -> bool:
        return change_day(session, campaign_id, day_id, wanted, lambda there: _sign(there) == sent.seen)

    try:
        return _done(row, "changed", change, wanted.told())
    except DayTakenError:
        return _page(words, row, sent.with_error("day", TAKEN)), HTTPStatus.CONFLICT
    except DayChangedError:
        return _page(words, row, replace(sent.with_error("day", FASTER), seen="")), HTTPStatus.CONFLICT


@organizers.post(f"{ONE}/cancel")
@least(TeamRole.ORGANIZER)
def cancel_action_day(campaign_id: int, day_id: int) -> Response:
    """Let offices be called as on any day."""
    row, now = _found(campaign_id, day_id), given().clock()
    return _done(row, "canceled", lambda session: cancel_day(session, campaign_id, day_id, now), {"is": "canceled"})


@organizers.post(f"{ONE}/restore")
@least(TeamRole.ORGANIZER)
def restore_action_day(campaign_id: int, day_id: int) -> Response:
    """Take the canceling back."""
    row = _found(campaign_id, day_id)
    try:
        return _done(row, "restored", lambda session: restore_day(session, campaign_id, day_id), {"is": "restored"})
    except DayTakenError:
        return DAY.tells("taken", campaign_id=campaign_id, day_id=day_id)


def _found(campaign_id: int, day_id: int) -> ActionDay:
    found_campaign(campaign_id)
    row = the_day(db.session, campaign_id, min(day_id, LARGEST_ID))
    if row is None:
        abort(HTTPStatus.NOT_FOUND)
    return row


def _sign(row: ActionDay) -> str:
    """Another one as soon as the day is another."""
    return digest(as_value(row))


def _done(row: ActionDay, code: str, do: Callable[[Session], bool], after: dict[str, object]) -> Response:
    campaign_id, day_id, subject = row.campaign_id, row.id, SUBJECT.format(day=row.day)
    with unit(db.session) as work:
        is_done = do(work.session)
        if is_done:
            note(work.session, AuditAct.CAMPAIGN_CHANGED, subject, campaign_id=campaign_id, after=after)
    return DAY.tells(code if is_done else "same", campaign_id=campaign_id, day_id=day_id)


def _no_worker() -> Iterator[Remark]:
    """Without one nobody is rung, on any day."""
    for check in worker_checks(db.session, settings()):
        yield Remark(f"{check.sentence} {check.cure}")


def _agreed(day: ActionDayValue, campaign_id: int, now: datetime) -> Iterator[Remark]:
    """Those who were promised another time, before this day was set or changed."""
    outside = agreed_outside(db.session, campaign_id, day) if day.day >= eastern_day(now) else 0
    if outside:
        yield Remark(told_of_agreed(outside))


def _page(words: CampaignWords, row: ActionDay, sent: Sent) -> str:
    own, roster, day = given(), directory(db.session), as_value(row)
    state, now = db.session.get_one(Campaign, words.id).state, own.clock()
    seats = seats_called(roster, words)
    about_it = chain(_no_worker(), _agreed(day, words.id, now), remarks(day, seats, roster, state, now))
    told = [] if row.canceled_at else list(about_it)
    return render_template(
        "organizers/campaigns/action/page.html",
        campaign=words,
        row=row,
        shown=shown_day(db.session, day, Looking(words, roster, now, settings().public_base_url)),
        remarks=told,
        sent=sent,
        seen=sent.seen or _sign(row),
        rows=list(rows_shown(sent)),
        parties=PARTIES,
        may_change=signed_in().may(TeamRole.ORGANIZER),
        notice=DAY.notice(),
    )

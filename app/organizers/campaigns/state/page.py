"""How a campaign stands: started once its checklist is settled, paused within seconds, ended for good."""

from http import HTTPStatus

from flask import render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.state.by_date import kept_until
from app.campaigns.state.moves import move_campaign, start_campaign
from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_state
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.state.checklist_view import entries
from app.organizers.campaigns.state.form import MoveForm, NumberForm
from app.organizers.notices import Notice, Page
from app.readiness.campaign.checklist import checklist, may_start
from app.serving.forms import Filled, read_form
from app.store.alerts import alert_over, raise_alert
from app.store.db import db
from app.store.unit import unit
from models import AlertKind, Campaign, CampaignState, TeamRole

STATE = "/campaigns/<int:campaign_id>/state"
NOTHING_TYPED: Filled[MoveForm] = Filled({"back_at": "", "number_kept_until": "", "sure": "", "state": ""})
STATE_PAGE = Page(
    "organizers.state",
    {
        "same": Notice("Nothing was changed: it is so already."),
        "open": Notice("It was not started: something is still open below.", is_bad=True),
        "changed": Notice("Noted."),
        "kept": Notice("The number stays with it until that day."),
        "gone": Notice("It has no number any more. Whoever dials it does not reach this campaign."),
        CampaignState.DRAFT: Notice("It is a draft again, and nobody finds its page."),
        CampaignState.SCHEDULED: Notice("Started. It begins by itself at its date; until then its page says when."),
        CampaignState.LIVE: Notice("The campaign is live. Everybody finds its page, and can call."),
        CampaignState.PAUSED: Notice("The campaign is paused. Nobody is rung any more; calls under way go on."),
        CampaignState.ARCHIVED: Notice("The campaign has ended. Its page thanks everybody, and stays."),
    },
)


@organizers.get(STATE)
@least(TeamRole.ORGANIZER)
def state(campaign_id: int) -> str:
    """How it stands, and what is open."""
    return show(found_campaign(campaign_id), NOTHING_TYPED)


@organizers.post(f"{STATE}/start")
@least(TeamRole.ORGANIZER)
def start(campaign_id: int) -> Response:
    """Start it, if everything that is open was decided on."""
    words = found_campaign(campaign_id)
    if not may_start(checklist(db.session, words, given().account.settings())):
        return STATE_PAGE.tells("open", campaign_id=campaign_id)
    became: list[CampaignState] = []

    def begin() -> bool:
        became.extend(filter(None, [start_campaign(db.session, words.id, given().clock())]))
        return bool(became)

    with unit(db.session) as work:
        noted(work.session, told_of_state(words), begin)
    return STATE_PAGE.tells(became[0] if became else "same", campaign_id=campaign_id)


@organizers.post(STATE)
@least(TeamRole.ORGANIZER)
def move(campaign_id: int) -> Response | tuple[str, int]:
    """Pause it, let it go on, or end it."""
    words, form = found_campaign(campaign_id), read_form(MoveForm, request.form, now=given().clock())
    if form.meant is None and "state" not in form.errors:
        return show(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    if form.meant is None:
        return STATE_PAGE.tells("same", campaign_id=campaign_id)
    wanted = form.meant.move(kept_until(given().clock()))
    with unit(db.session) as work:
        moved = noted(work.session, told_of_state(words), lambda: move_campaign(work.session, words.id, wanted))
        if moved:
            _tell(work.session, words, wanted.state)
    return STATE_PAGE.tells(wanted.state if moved else "same", campaign_id=campaign_id)


def show(words: CampaignWords, form: Filled[MoveForm] | Filled[NumberForm]) -> str:
    """The page with what was typed and what is wrong with it."""
    here = db.session.get_one(Campaign, words.id, populate_existing=True)
    checked, now = checklist(db.session, words, given().account.settings()), given().clock()
    return render_template(
        "organizers/campaigns/state/page.html",
        campaign=words,
        here=here,
        entries=entries(checked, words.id),
        may_start=may_start(checked),
        starts_later=words.content.when.starts_at and words.content.when.starts_at > now,
        number_is_due=here.number_kept_until is not None and here.number_kept_until < eastern_day(now),
        kept_until=form.typed["number_kept_until"] or kept_until(now).isoformat(),
        typed={**NOTHING_TYPED.typed, **form.typed},
        errors=form.errors,
        notice=STATE_PAGE.notice(),
    )


def _tell(session: Session, words: CampaignWords, state: CampaignState) -> None:
    """While it is paused, that stands on every page: somebody may have paused it and gone home."""
    if state is not CampaignState.PAUSED:
        alert_over(session, AlertKind.PLACING_PAUSED, str(words.id), now=given().clock())
        return
    sentence = f"“{words.subject}” is paused: nobody is rung. Let it go on once that is right again."
    here = url_for("organizers.state", campaign_id=words.id)
    raise_alert(session, AlertKind.PLACING_PAUSED, str(words.id), sentence, link=here, now=given().clock())

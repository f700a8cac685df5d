"""From when to when a campaign rings anybody, and what is said once it has ended."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.state.when_form import FIELDS, WhenForm, before_anybody_types
from app.organizers.change import FASTER, Came, Who, outrun, saved
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Campaign, TeamRole

WHEN = "/campaigns/<int:campaign_id>/when"
WHEN_PAGE = Page(
    "organizers.when",
    {
        "changed": Notice("Saved. It holds once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@organizers.get(WHEN)
@least(TeamRole.ORGANIZER)
def when(campaign_id: int) -> str:
    """The dates as they are prepared."""
    words = found_campaign(campaign_id)
    return _page(words, Filled(before_anybody_types(words.content)))


@organizers.post(WHEN)
@least(TeamRole.ORGANIZER)
def change_when(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare other dates."""
    words = found_campaign(campaign_id)
    form = read_form(WhenForm, request.form, now=given().clock(), before=words.content.when)
    if form.meant is None:
        return _page(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    typed = Typed(form.meant.values(), form.seen)

    def save(who: Who) -> bool:
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    came = saved(_told(words), save)
    if came is Came.FASTER:
        return _page(found_campaign(campaign_id), outrun(form, "starts_at", FASTER)), HTTPStatus.CONFLICT
    return WHEN_PAGE.tells(came, campaign_id=campaign_id)


def _page(words: CampaignWords, form: Filled[WhenForm]) -> str:
    return render_template(
        "organizers/campaigns/state/when.html",
        campaign=words,
        state=db.session.get_one(Campaign, words.id).state,
        seen=form.seen or stamps(words.content, FIELDS.values()),
        typed=form.typed,
        errors=form.errors,
        stands=before_anybody_types(words.content) if FASTER in form.errors.get("starts_at", ()) else {},
        notice=WHEN_PAGE.notice(),
    )


def _told(words: CampaignWords) -> Told:
    def facts() -> Facts:
        now = prepared_edition(db.session, words.id).content
        return before_anybody_types(now)

    return Told(AuditAct.CAMPAIGN_CHANGED, f"when {words.subject} is to ring", facts, words.id)

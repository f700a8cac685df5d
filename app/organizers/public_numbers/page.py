"""Whether a campaign's page tells how many calls there were, and of how many; and what came of it in the end."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import Path, stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.campaigns.state.by_date import state_by_date
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import FASTER, Came, Who, outrun, saved
from app.organizers.notices import Notice, Page
from app.organizers.public_numbers.form import NumbersForm
from app.serving.forms import Filled, Form, read_form
from app.statistics.public.count import public_count
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, Campaign, TeamRole

COUNT, GOAL, RESULTS = ("public", "count"), ("public", "goal"), ("results",)
NUMBERS = "/campaigns/<int:campaign_id>/public-numbers"
NUMBERS_PAGE = Page(
    "organizers.public_numbers",
    {
        "changed": Notice("Saved. It is seen once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
        "faster": Notice("Nothing was changed: somebody else was faster. Look at what stands here now.", is_bad=True),
        "counted": Notice("Counted. Look at the numbers below; everybody sees them once they are published."),
        "taken-off": Notice("Taken off. The page is gone once that is published."),
        "few": Notice("There are too few calls: of fewer than ten nothing is told to everybody.", is_bad=True),
        "goes-on": Notice("The campaign has not ended yet, so nothing was counted.", is_bad=True),
    },
)


@organizers.get(NUMBERS)
@least(TeamRole.ORGANIZER)
def public_numbers(campaign_id: int) -> str:
    """As they are prepared."""
    words = found_campaign(campaign_id)
    return show(words, Filled(_before_anybody_types(words.content)))


@organizers.post(NUMBERS)
@least(TeamRole.ORGANIZER)
def change_public_numbers(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare the count, or another goal."""
    words, form = found_campaign(campaign_id), read_form(NumbersForm, request.form)
    if form.meant is None:
        return show(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = saved(told_of_numbers(words), saving(words.id, {COUNT: form.meant.count, GOAL: form.meant.goal}, form.seen))
    if came is Came.FASTER:
        return show(found_campaign(campaign_id), outrun(form, "goal", FASTER)), HTTPStatus.CONFLICT
    return NUMBERS_PAGE.tells(came, campaign_id=campaign_id)


def show(words: CampaignWords, form: Filled[NumbersForm] | Filled[Form]) -> str:
    """The page with what was typed and what is wrong with it."""
    here, now = db.session.get_one(Campaign, words.id), given().clock()
    return render_template(
        "organizers/public_numbers/page.html",
        campaign=words,
        seen=form.seen or stamps(words.content, (COUNT, GOAL)),
        seen_results=stamps(words.content, [RESULTS]),
        typed=form.typed,
        errors=form.errors,
        stands=_before_anybody_types(words.content) if FASTER in form.errors.get("goal", ()) else {},
        now_told=public_count(db.session, words.id, now),
        state=state_by_date(here.state, words.content.when, now),
        results=words.content.results,
        notice=NUMBERS_PAGE.notice(),
    )


def saving(campaign_id: int, values: Mapping[Path, object], seen: str) -> Callable[[Who], bool]:
    """Prepare these values, for whoever saw what stood there before."""
    typed = Typed(values, seen)
    return lambda who: prepare(db.session, campaign_id, typed, by=who.by, now=who.now)


def told_of_numbers(words: CampaignWords) -> Told:
    """What is to be told to everybody."""

    def facts() -> Facts:
        content = prepared_edition(db.session, words.id).content
        counted_on = f"counted on {content.results.counted_on}" if content.results else "none"
        return {"count": content.public.count, "goal": content.public.goal or "none", "results": counted_on}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the public numbers of {words.subject}", facts, words.id)


def _before_anybody_types(content: Content) -> Mapping[str, str]:
    return {"count": "1" if content.public.count else "", "goal": str(content.public.goal or "")}

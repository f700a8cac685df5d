"""The page on which a campaign's words are typed, saved as one goes, and seen as supporters will meet them."""

from dataclasses import replace
from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.campaigns.whom_to_call import all_campaigns
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.words.actions import MOST
from app.organizers.campaigns.words.audit import told_of_words
from app.organizers.campaigns.words.form import WordsForm, before_anybody_types, read_words
from app.organizers.campaigns.words.names import FIELDS, PATHS
from app.organizers.change import FASTER, Came, Who, saved
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled
from app.store.db import db
from models import CampaignState, TeamRole
from voice_flows.words import WORDS as SPOKEN

WORDS = "/campaigns/<int:campaign_id>/words"
WORDS_PAGE = Page(
    "organizers.words",
    {
        "new": Notice("Here is your campaign. Nobody outside sees it yet: write what stands in brackets, and save."),
        "copied": Notice("This is the copy. Nobody outside sees it yet."),
        "moved": Notice("The page has its new address."),
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@organizers.get(WORDS)
@least(TeamRole.ORGANIZER)
def words(campaign_id: int) -> str:
    """The words as they are prepared."""
    here = found_campaign(campaign_id)
    return _page(here, Filled(before_anybody_types(here.content)))


@organizers.post(WORDS)
@least(TeamRole.ORGANIZER)
def change_words(campaign_id: int) -> Response | tuple[str, int]:
    """Save them."""
    here = found_campaign(campaign_id)
    form, values = read_words(request.form, campaigns_to_show(here))
    if values is None:
        return _page(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    typed = Typed(values, form.seen)

    def save(who: Who) -> bool:
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    came = saved(told_of_words(here), save)
    if came is Came.FASTER:
        return _page(found_campaign(campaign_id), replace(form, seen=""), faster=FASTER), HTTPStatus.CONFLICT
    return WORDS_PAGE.tells(came, campaign_id=campaign_id)


def campaigns_to_show(here: CampaignWords) -> dict[str, str]:
    """The other campaigns to which this one may lead, by address: those that people can open, and those it leads to."""
    led_to = {action.campaign for action in here.actions}
    return {
        one.slug: one.subject
        for one in all_campaigns(db.session)
        if one.id != here.id and (one.state in (CampaignState.LIVE, CampaignState.PAUSED) or one.slug in led_to)
    }


def _page(here: CampaignWords, form: Filled[WordsForm], faster: str = "") -> str:
    now = before_anybody_types(here.content)
    return render_template(
        "organizers/campaigns/words/page.html",
        campaign=here,
        fields=FIELDS,
        typed=form.typed,
        errors=form.errors,
        faster=faster,
        stands=now if faster else {},
        seen=form.seen or stamps(here.content, PATHS),
        rows=range(MOST),
        others=campaigns_to_show(here),
        spoken=SPOKEN["en"]["not_recorded"].split("{subject}"),
        notice=WORDS_PAGE.notice(),
    )

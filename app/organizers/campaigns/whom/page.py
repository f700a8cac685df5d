"""Whom a campaign calls: the rule, and beside it everybody on its list and how they stand to what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.whom.offices_in_turn import MOST_HOLDERS
from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.marks import Marking
from app.campaigns.whom.person import Person
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_whom
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom import names
from app.organizers.campaigns.whom.rows import MOST_SOUGHT, NOTHING_TYPED, People
from app.organizers.campaigns.whom.rule_form import FIELDS, RuleForm, before_anybody_types
from app.organizers.change import Came, Who, outrun, saved
from app.organizers.notices import Notice, Page
from app.representatives import HOME, directory
from app.representatives.facts.switchboards import SWITCHBOARDS
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

WHOM = "/campaigns/<int:campaign_id>/whom"
LONGEST_SOUGHT = 60
FASTER = (
    "Somebody else changed the same meanwhile. What you chose is below, with what stands there now: compare, and save "
    "again."
)
WHOM_TO_CALL = Page(
    "organizers.whom_to_call",
    {
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@dataclass(frozen=True)
class Sent:
    """What was sent and not saved: the rule, marks, a pasted list, and what is wrong with it."""

    rule: Filled[RuleForm] = field(default_factory=lambda: Filled({}))
    marks: Mapping[Person, Marking] = field(default_factory=lambda: NOTHING_TYPED)
    pasted: str = ""
    pasted_as: str = ""
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@organizers.get(WHOM)
@least(TeamRole.ORGANIZER)
def whom_to_call(campaign_id: int) -> str:
    """Whom the campaign calls."""
    return whom_page(found_campaign(campaign_id), Sent())


@organizers.post(WHOM)
@least(TeamRole.ORGANIZER)
def change_whom_to_call(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare that it calls by another rule."""
    words, form = found_campaign(campaign_id), read_form(RuleForm, request.form)
    if form.meant is None:
        return whom_page(words, Sent(form)), HTTPStatus.UNPROCESSABLE_ENTITY
    typed = Typed(form.meant.values(), form.seen)

    def save(who: Who) -> bool:
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    came = saved(told_of_whom(words), save)
    if came is Came.FASTER:
        return whom_page(found_campaign(campaign_id), Sent(outrun(form, "rule", FASTER))), HTTPStatus.CONFLICT
    return WHOM_TO_CALL.tells(came, campaign_id=campaign_id)


def sought() -> str:
    """Whom somebody looks for."""
    return clean_text(request.values.get("find", ""), limit=LONGEST_SOUGHT)


def whom_page(words: CampaignWords, sent: Sent) -> str:
    """The page with what was sent."""
    people, find = People(words, directory(db.session), sent.marks), sought()
    found = people.sought(find)
    return render_template(
        "organizers/campaigns/whom/page.html",
        campaign=words,
        names=names,
        seen=sent.rule.seen or stamps(words.content, FIELDS.values()),
        typed=sent.rule.typed or before_anybody_types(words.content),
        stands=before_anybody_types(words.content) if FASTER in sent.rule.errors.get("rule", ()) else {},
        errors={**sent.rule.errors, **sent.errors},
        listed=people.listed(),
        marked=people.marked(),
        made=people.made(),
        find=find,
        asks="find" in request.args and not find,
        found=found[:MOST_SOUGHT],
        more=max(len(found) - MOST_SOUGHT, 0),
        pasted=sent.pasted,
        pasted_as=sent.pasted_as,
        most=MOST_HOLDERS,
        switchboard=SWITCHBOARDS[HOME],
        notice=WHOM_TO_CALL.notice(),
    )

"""A campaign's scripts in English: typed with their blanks, and shown filled in for a town of choice."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_script
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.script import names
from app.organizers.campaigns.script.form import LONGEST_TOWN, PATHS, ScriptForm, before_anybody_types
from app.organizers.campaigns.script.remarks import remarks
from app.organizers.campaigns.script.view import example_of, filled, readings
from app.organizers.change import FASTER, Came, Who, saved
from app.organizers.notices import Notice, Page
from app.representatives import directory
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

SCRIPT = "/campaigns/<int:campaign_id>/script"
SCRIPT_PAGE = Page(
    "organizers.script",
    {
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@organizers.get(SCRIPT)
@least(TeamRole.ORGANIZER)
def script(campaign_id: int) -> str:
    """The scripts as they are prepared."""
    words = found_campaign(campaign_id)
    town = clean_text(request.args.get("town", ""), limit=LONGEST_TOWN)
    return _page(words, Filled({**before_anybody_types(words), "town": town}))


@organizers.post(SCRIPT)
@least(TeamRole.ORGANIZER)
def change_script(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare them."""
    words, form = found_campaign(campaign_id), read_form(ScriptForm, request.form)
    if form.meant is None:
        return _page(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    typed = Typed(form.meant.values(), form.seen)

    def save(who: Who) -> bool:
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    came = saved(told_of_script(words), save)
    if came is Came.FASTER:
        return _page(found_campaign(campaign_id), form, faster=True), HTTPStatus.CONFLICT
    return SCRIPT_PAGE.tells(came, campaign_id=campaign_id, town=form.typed["town"])


def _page(words: CampaignWords, form: Filled[ScriptForm], *, faster: bool = False) -> str:
    example = example_of(words, directory(db.session), form.typed["town"])
    seen = stamps(words.content, PATHS.values())
    return render_template(
        "organizers/campaigns/script/page.html",
        campaign=words,
        names=names,
        typed=form.typed,
        errors=form.errors,
        faster=FASTER if faster else "",
        stands=before_anybody_types(words) if faster else {},
        seen=seen if faster else form.seen or seen,
        example=example,
        filled={name: filled(form.typed[name], example) for name in PATHS},
        readings={name: list(readings(words, name, example)) for name in PATHS},
        remarks={name: [names.sentence(one) for one in remarks(name, form.typed[name])] for name in PATHS},
        notice=SCRIPT_PAGE.notice(),
    )

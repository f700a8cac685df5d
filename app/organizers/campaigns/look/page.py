"""A campaign's color and its description for sharing, beside its pictures."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.content import Look
from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import CampaignWords
from app.guard.who_may import least
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.look.form import LookForm
from app.organizers.change import FASTER, Came, Who, outrun, saved
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, Form, read_form
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, TeamRole

FIELDS = (("look", "accent"), ("look", "share_description"))
PICTURES = {"logo": ("look", "logo_id"), "share_picture": ("look", "share_picture_id")}
LOOK = "/campaigns/<int:campaign_id>/look"
LOOK_PAGE = Page(
    "organizers.look",
    {
        "changed": Notice("Saved. It is seen once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
        "too-large": Notice("This file is far too large: a picture has less than 10 MB.", is_bad=True),
        "faster": Notice("Nothing was changed: somebody else changed this picture meanwhile.", is_bad=True),
    },
)


@organizers.get(LOOK)
@least(TeamRole.ORGANIZER)
def look(campaign_id: int) -> str:
    """How it is prepared to look."""
    words = found_campaign(campaign_id)
    return show(words, before_anybody_types(words))


@organizers.post(LOOK)
@least(TeamRole.ORGANIZER)
def change_look(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare another color, or another description."""
    words, form = found_campaign(campaign_id), read_form(LookForm, request.form)
    if form.meant is None:
        return show(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    meant = form.meant
    typed = Typed(dict(zip(FIELDS, (meant.accent, meant.share_description), strict=True)), form.seen)

    def save(who: Who) -> bool:
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    came = saved(told_of_look(words), save)
    if came is Came.FASTER:
        return show(found_campaign(campaign_id), outrun(form, "accent", FASTER)), HTTPStatus.CONFLICT
    return LOOK_PAGE.tells(came, campaign_id=campaign_id)


def before_anybody_types(words: CampaignWords) -> Filled[Form]:
    """The fields as they are prepared."""
    look = words.content.look
    return Filled({"accent": look.accent, "share_description": look.share_description})


def show(words: CampaignWords, form: Filled[LookForm] | Filled[Form]) -> str:
    """The page with what was typed and what is wrong with it."""
    return render_template(
        "organizers/campaigns/look/page.html",
        campaign=words,
        seen=form.seen or stamps(words.content, FIELDS),
        seen_picture={name: stamps(words.content, [path]) for name, path in PICTURES.items()},
        typed=form.typed,
        errors=form.errors,
        stands=words.content.look if FASTER in form.errors.get("accent", ()) else Look(),
        is_outrun=FASTER in form.errors.get("accent", ()),
        notice=LOOK_PAGE.notice(),
    )


def told_of_look(words: CampaignWords) -> Told:
    """How it is prepared to look."""

    def facts() -> Facts:
        look = prepared_edition(db.session, words.id).content.look
        return {
            "color": look.accent,
            "logo": f"picture {look.logo_id}" if look.logo_id else "none",
            "picture for sharing": f"picture {look.share_picture_id}" if look.share_picture_id else "none",
            "description for sharing": look.share_description,
        }

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the look of {words.subject}", facts, words.id)

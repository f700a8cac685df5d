"""A campaign from another: all that it says and whom it calls, as a draft at an address of its own."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.content import Content
from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.in_force import CampaignWords
from app.campaigns.new.make import as_copied
from app.campaigns.new.slugs import SlugTakenError, free_slug
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.new.form import Copied, CopyForm
from app.organizers.campaigns.new.made import elsewhere, made
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

COPY = "/campaigns/<int:campaign_id>/copy"


@organizers.get(COPY)
@least(TeamRole.ORGANIZER)
def copy_of(campaign_id: int) -> str:
    """Which words, and where."""
    here = found_campaign(campaign_id)
    which = Copied.PREPARED if _published(here) is None else Copied.PUBLISHED
    return _page(here, Filled({"which": which, "slug": free_slug(db.session, here.slug)}))


@organizers.post(COPY)
@least(TeamRole.ORGANIZER)
def copy_campaign(campaign_id: int) -> Response | tuple[str, int]:
    """Make the copy."""
    here, form = found_campaign(campaign_id), read_form(CopyForm, request.form)
    if form.meant is None:
        return _page(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    published = _published(here) if form.meant.which is Copied.PUBLISHED else None
    slug = form.meant.slug or free_slug(db.session, here.slug)
    try:
        return made(slug, as_copied(published or here.content), done="copied")
    except SlugTakenError as taken:
        return _page(here, elsewhere(form, taken)), HTTPStatus.CONFLICT


def _published(here: CampaignWords) -> Content | None:
    """What it says now; None as long as nothing was published."""
    in_force = edition_in_force(db.session, here.id)
    return in_force.content if in_force else None


def _page(here: CampaignWords, form: Filled[CopyForm]) -> str:
    published = _published(here)
    return render_template(
        "organizers/campaigns/new/copy.html",
        campaign=here,
        typed=form.typed,
        errors=form.errors,
        is_choice=published is not None and published != here.content,
    )

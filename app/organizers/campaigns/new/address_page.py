"""Another address for a draft: once it is live its links are out in the world, and it stays."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.new.make import move_draft
from app.campaigns.new.slugs import SlugTakenError, slug_of
from app.guard.who_may import least
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.new.form import AddressForm
from app.organizers.campaigns.new.made import elsewhere
from app.organizers.campaigns.words.page import WORDS_PAGE
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, Campaign, CampaignState, TeamRole

ADDRESS = "/campaigns/<int:campaign_id>/address"


@organizers.get(ADDRESS)
@least(TeamRole.ORGANIZER)
def campaign_address(campaign_id: int) -> str:
    """Where it is now."""
    here = found_campaign(campaign_id)
    return _page(here, Filled({"slug": here.slug}))


@organizers.post(ADDRESS)
@least(TeamRole.ORGANIZER)
def change_campaign_address(campaign_id: int) -> Response | tuple[str, int]:
    """Move it."""
    here, form = found_campaign(campaign_id), read_form(AddressForm, request.form)
    if form.meant is None:
        return _page(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    slug = form.meant.slug or slug_of(here.subject)
    try:
        with unit(db.session) as work:
            moved = noted(work.session, _told(here), lambda: move_draft(work.session, campaign_id, slug))
    except SlugTakenError as taken:
        return _page(here, elsewhere(form, taken)), HTTPStatus.CONFLICT
    return WORDS_PAGE.tells("moved" if moved else "same", campaign_id=campaign_id)


def _told(here: CampaignWords) -> Told:
    def facts() -> dict[str, object]:
        return {"address": f"/c/{found_campaign(here.id).slug}"}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the address of {here.subject}", facts, here.id)


def _page(here: CampaignWords, form: Filled[AddressForm]) -> str:
    return render_template(
        "organizers/campaigns/new/address.html",
        campaign=here,
        typed=form.typed,
        errors=form.errors,
        is_draft=db.session.get_one(Campaign, here.id).state is CampaignState.DRAFT,
    )

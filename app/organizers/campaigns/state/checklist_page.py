"""A point of the checklist is left open knowingly, or no longer."""

from typing import Annotated

from flask import request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.state.points import Point, waive
from app.guard.who_may import least
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.state.page import STATE, STATE_PAGE
from app.serving.forms import Form, Text, Ticked, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, Campaign, TeamRole


class PointForm(Form):
    """Which point, and whether it is left open."""

    point: Annotated[Point, Text(limit=20)]
    waived: Ticked


@organizers.post(f"{STATE}/checklist")
@least(TeamRole.ORGANIZER)
def waive_point(campaign_id: int) -> Response:
    """Leave it open knowingly, or look after it again."""
    words, form = found_campaign(campaign_id), read_form(PointForm, request.form).meant
    if form is None:
        return STATE_PAGE.tells("same", campaign_id=campaign_id)
    with unit(db.session) as work:
        changed = noted(
            work.session, _told(words), lambda: waive(work.session, words.id, form.point, is_waived=form.waived)
        )
    return STATE_PAGE.tells("changed" if changed else "same", campaign_id=campaign_id)


def _told(words: CampaignWords) -> Told:
    def facts() -> dict[str, object]:
        return {"left open": db.session.get_one(Campaign, words.id, populate_existing=True).waived}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the checklist of {words.subject}", facts, words.id)

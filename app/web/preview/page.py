"""A campaign's page as it would be with what is prepared, and as it is in force: for organizers, within their page."""

from dataclasses import replace

from flask import Response, abort

from app.campaigns.at_door import as_if_live
from app.campaigns.in_force import CampaignWords, prepared_words, words_in_force
from app.guard.route_classes import PREVIEW
from app.guard.routes import of_class
from app.guard.who_may import least
from app.store.db import db
from app.web import web
from app.web.campaign_page import show, visited_with
from app.web.form import NOTHING_TYPED
from models import Campaign, TeamRole

LARGEST_ID = 2**63 - 1


@web.get("/preview/<int:campaign_id>/<edition>")
@of_class(PREVIEW)
@least(TeamRole.ORGANIZER)
def preview(campaign_id: int, edition: str) -> Response:
    """The page as supporters meet it while the campaign is live; its form is sent nowhere."""
    words = _words(campaign_id, edition)
    return show(replace(visited_with(as_if_live(db.session, campaign_id), words), is_preview=True), NOTHING_TYPED)


def _words(campaign_id: int, edition: str) -> CampaignWords:
    words = None
    if campaign_id <= LARGEST_ID and db.session.get(Campaign, campaign_id) is not None:
        match edition:
            case "prepared":
                words = prepared_words(db.session, campaign_id)
            case "published":
                words = words_in_force(db.session, campaign_id)
    return words or abort(404)

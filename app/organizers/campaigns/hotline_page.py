"""A campaign's hotline: its number, whether it keeps those of its callers, and the pause of the whole campaign."""

from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.campaigns.settings import BEFORE, keep_numbers, move_campaign
from app.campaigns.versions import CampaignChangedError
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.store.db import db
from models import Campaign


@organizers.get("/campaigns/<int:campaign_id>/hotline")
def hotline(campaign_id: int) -> str:
    """The hotline as it is."""
    words = found_campaign(campaign_id)
    return render_template(
        "organizers/campaigns/hotline.html",
        campaign=words,
        state=db.session.get_one(Campaign, words.id).state,
        done=request.args.get("done", ""),
    )


@organizers.post("/campaigns/<int:campaign_id>/hotline")
def change_hotline(campaign_id: int) -> Response:
    """Keep callers' numbers, or forget them."""
    try:
        done = keep_numbers(db.session, found_campaign(campaign_id), keep="keep" in request.form)
    except CampaignChangedError:
        return _back(campaign_id, "again")
    return _back(campaign_id, "changed" if done else "same")


@organizers.post("/campaigns/<int:campaign_id>/state")
def move(campaign_id: int) -> Response:
    """Pause the campaign, or let it go on."""
    words, wanted = found_campaign(campaign_id), request.form.get("state", "")
    state = next((it for it in BEFORE if it == wanted), None)
    done = state is not None and move_campaign(db.session, words.id, state)
    return _back(campaign_id, wanted if done else "same")


def _back(campaign_id: int, done: str) -> Response:
    return redirect(url_for("organizers.hotline", campaign_id=campaign_id, done=done), HTTPStatus.SEE_OTHER)

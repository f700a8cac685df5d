"""The campaigns, and whom each of them calls."""

from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.calls.whom.offices_in_turn import MOST_HOLDERS, listed_in_turn
from app.campaigns.in_force import CampaignWords
from app.campaigns.people_named import without_seat
from app.campaigns.versions import CampaignChangedError, last_change
from app.campaigns.whom_to_call import (
    ABOUT,
    LONGEST_SCRIPT,
    WhomChoice,
    all_campaigns,
    choose_whom_to_call,
    undo_whom_to_call,
)
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom_to_call_form import Checked, Typed, check
from app.representatives import Directory, directory
from app.store.db import db

CHANGED = {"rule": ("Somebody else changed this campaign meanwhile. Look at it once more; what you typed is below.",)}


@organizers.get("/campaigns")
def campaigns() -> str:
    """Every campaign."""
    return render_template("organizers/campaigns/list.html", campaigns=all_campaigns(db.session))


@organizers.get("/campaigns/<int:campaign_id>/whom")
def whom_to_call(campaign_id: int) -> str:
    """Whom the campaign calls."""
    words, facts = found_campaign(campaign_id), directory(db.session)
    return _page(words, facts, Typed.of(WhomChoice.of(words), facts))


@organizers.post("/campaigns/<int:campaign_id>/whom")
def change_whom_to_call(campaign_id: int) -> Response | tuple[str, int]:
    """Let it call others."""
    words, facts, typed = found_campaign(campaign_id), directory(db.session), Typed.from_form(request.form)
    checked = check(typed, facts)
    if checked.choice is None:
        return _page(words, facts, typed, checked), HTTPStatus.UNPROCESSABLE_ENTITY
    if request.form.get("version") != str(words.version):
        return _page(words, facts, typed, Checked(errors=CHANGED)), HTTPStatus.CONFLICT
    try:
        done = choose_whom_to_call(db.session, words, checked.choice, by=current_user.email, now=given().clock())
    except CampaignChangedError:
        return _page(found_campaign(campaign_id), facts, typed, Checked(errors=CHANGED)), HTTPStatus.CONFLICT
    return _back(campaign_id, "changed" if done else "same")


@organizers.post("/campaigns/<int:campaign_id>/whom/undo")
def undo_change(campaign_id: int) -> Response:
    """Take the last change back."""
    words, change = found_campaign(campaign_id), request.form.get("change", "")
    try:
        done = change.isdecimal() and undo_whom_to_call(db.session, words, int(change))
    except CampaignChangedError:
        done = False
    return _back(campaign_id, "undone" if done else "same")


def _page(words: CampaignWords, facts: Directory, typed: Typed, checked: Checked | None = None) -> str:
    sitting = facts.seats_by_holder()
    return render_template(
        "organizers/campaigns/whom_to_call.html",
        campaign=words,
        typed=typed,
        errors=checked.errors if checked else {},
        listed=listed_in_turn(words, facts),
        gone=without_seat(db.session, words.listed, facts),
        supporting=len({sitting[each].geoid for each in words.excluded if each in sitting}),
        gone_supporters=without_seat(db.session, words.excluded, facts),
        most=MOST_HOLDERS,
        longest_script=LONGEST_SCRIPT,
        change=last_change(db.session, words.id, ABOUT),
        done=request.args.get("done", ""),
    )


def _back(campaign_id: int, done: str) -> Response:
    return redirect(url_for("organizers.whom_to_call", campaign_id=campaign_id, done=done), HTTPStatus.SEE_OTHER)

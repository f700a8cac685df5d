"""The campaigns, and whom each of them calls."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.whom.offices_in_turn import MOST_HOLDERS, listed_in_turn
from app.campaigns.editions.fields import stamps
from app.campaigns.in_force import CampaignWords
from app.campaigns.people_named import without_seat
from app.campaigns.whom_to_call import FIELDS, LONGEST_SCRIPT, WhomChoice, all_campaigns, choose_whom_to_call
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_whom
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom_to_call_form import WhomToCallForm, before_anybody_types
from app.organizers.change import Came, Who, outrun, saved
from app.organizers.notices import Notice, Page
from app.representatives import Directory, directory
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

FASTER = (
    "Somebody else changed the same meanwhile. What you typed is below, with what stands there now: compare, and save "
    "again."
)
WHOM_TO_CALL = Page(
    "organizers.whom_to_call",
    {
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@organizers.get("/campaigns")
@least(TeamRole.VIEWER)
def campaigns() -> str:
    """Every campaign of theirs."""
    return render_template("organizers/campaigns/list.html", campaigns=all_campaigns(db.session, signed_in().campaigns))


@organizers.get("/campaigns/<int:campaign_id>/whom")
@least(TeamRole.ORGANIZER)
def whom_to_call(campaign_id: int) -> str:
    """Whom the campaign calls."""
    words, facts = found_campaign(campaign_id), directory(db.session)
    return _page(words, facts, Filled(before_anybody_types(WhomChoice.of(words), facts)))


@organizers.post("/campaigns/<int:campaign_id>/whom")
@least(TeamRole.ORGANIZER)
def change_whom_to_call(campaign_id: int) -> Response | tuple[str, int]:
    """Prepare that it calls others."""
    words, facts = found_campaign(campaign_id), directory(db.session)
    form = read_form(WhomToCallForm, request.form, directory=facts)
    if form.meant is None:
        return _page(words, facts, form), HTTPStatus.UNPROCESSABLE_ENTITY
    choice = form.meant.choice()

    def save(who: Who) -> bool:
        return choose_whom_to_call(db.session, words, choice, seen=form.seen, by=who.by, now=who.now)

    came = saved(told_of_whom(words), save)
    if came is Came.FASTER:
        return _page(found_campaign(campaign_id), facts, outrun(form, "rule", FASTER)), HTTPStatus.CONFLICT
    return WHOM_TO_CALL.tells(came, campaign_id=campaign_id)


def _page(words: CampaignWords, facts: Directory, form: Filled[WhomToCallForm]) -> str:
    sitting = facts.seats_by_holder()
    now = before_anybody_types(WhomChoice.of(words), facts)
    return render_template(
        "organizers/campaigns/whom_to_call.html",
        campaign=words,
        seen=form.seen or stamps(words.content, FIELDS),
        typed=form.typed,
        errors=form.errors,
        stands=now if FASTER in form.errors.get("rule", ()) else {},
        listed=listed_in_turn(words, facts),
        gone=without_seat(db.session, words.listed, facts),
        supporting=len({sitting[each].geoid for each in words.with_us if each in sitting}),
        gone_supporters=without_seat(db.session, words.with_us, facts),
        most=MOST_HOLDERS,
        longest_script=LONGEST_SCRIPT,
        notice=WHOM_TO_CALL.notice(),
    )

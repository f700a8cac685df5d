"""A campaign's hotline: its number, whether it keeps those of its callers, and the pause of the whole campaign."""

from typing import Annotated

from flask import render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.settings import BEFORE, keep_numbers, move_campaign
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_keeping, told_of_state
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Change, made
from app.organizers.notices import Notice, Page
from app.serving.forms import Form, Text, Ticked, read_form, read_sound_form
from app.store.alerts import alert_over, raise_alert
from app.store.db import db
from app.store.unit import unit
from models import AlertKind, Campaign, CampaignState, TeamRole

HOTLINE = Page(
    "organizers.hotline",
    {
        "changed": Notice("Changed. The next call goes by it."),
        "same": Notice("Nothing was changed: it is so already."),
        "faster": Notice(
            "Nothing was changed: somebody else changed this campaign in the same moment. Try once more.", is_bad=True
        ),
        CampaignState.PAUSED: Notice("The campaign is paused. Nobody is rung any more; calls under way go on."),
        CampaignState.LIVE: Notice("The campaign is live again."),
    },
)


class KeepForm(Form):
    """Whether callers' numbers are kept."""

    keep: Ticked


class MoveForm(Form):
    """How the campaign is to stand."""

    state: Annotated[CampaignState, Text(limit=20)]


@organizers.get("/campaigns/<int:campaign_id>/hotline")
@least(TeamRole.ORGANIZER)
def hotline(campaign_id: int) -> str:
    """The hotline as it is."""
    words = found_campaign(campaign_id)
    return render_template(
        "organizers/campaigns/hotline.html",
        campaign=words,
        seen=_keeping(words).seen,
        state=db.session.get_one(Campaign, words.id).state,
        notice=HOTLINE.notice(),
    )


@organizers.post("/campaigns/<int:campaign_id>/hotline")
@least(TeamRole.ORGANIZER)
def change_hotline(campaign_id: int) -> Response:
    """Keep callers' numbers, or forget them."""
    came = made(_keeping(found_campaign(campaign_id)), read_sound_form(KeepForm, request.form).keep)
    return HOTLINE.tells(came, campaign_id=campaign_id)


@organizers.post("/campaigns/<int:campaign_id>/state")
@least(TeamRole.ORGANIZER)
def move(campaign_id: int) -> Response:
    """Pause the campaign, or let it go on."""
    words, wanted = found_campaign(campaign_id), read_form(MoveForm, request.form).meant
    if wanted is None or wanted.state not in BEFORE:
        return HOTLINE.tells("same", campaign_id=campaign_id)
    with unit(db.session) as work:
        moved = noted(work.session, told_of_state(words), lambda: move_campaign(work.session, words.id, wanted.state))
        if moved:
            _tell(work.session, words, wanted.state)
    return HOTLINE.tells(wanted.state if moved else "same", campaign_id=campaign_id)


def _keeping(words: CampaignWords) -> Change[bool]:
    return Change(
        told=told_of_keeping(words),
        seen=str(words.keeps_numbers),
        apply=lambda keep, _who: keep_numbers(db.session, words, keep=keep),
    )


def _tell(session: Session, words: CampaignWords, state: CampaignState) -> None:
    """While it is paused, that stands on every page: somebody may have paused it and gone home."""
    if state is CampaignState.LIVE:
        alert_over(session, AlertKind.PLACING_PAUSED, str(words.id), now=given().clock())
        return
    sentence = f"“{words.subject}” is paused: nobody is rung. Let it go on once that is right again."
    here = url_for("organizers.hotline", campaign_id=words.id)
    raise_alert(session, AlertKind.PLACING_PAUSED, str(words.id), sentence, link=here, now=given().clock())

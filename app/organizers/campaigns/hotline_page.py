"""A campaign's hotline: its number, and whether it keeps those of its callers."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.settings import keep_numbers
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_keeping
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Change, made
from app.organizers.notices import Notice, Page
from app.serving.forms import Form, Ticked, read_sound_form
from app.store.db import db
from models import Campaign, TeamRole

HOTLINE = Page(
    "organizers.hotline",
    {
        "changed": Notice("Changed. The next call goes by it."),
        "same": Notice("Nothing was changed: it is so already."),
        "faster": Notice(
            "Nothing was changed: somebody else changed this campaign in the same moment. Try once more.", is_bad=True
        ),
    },
)


class KeepForm(Form):
    """Whether callers' numbers are kept."""

    keep: Ticked


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


def _keeping(words: CampaignWords) -> Change[bool]:
    return Change(
        told=told_of_keeping(words),
        seen=str(words.keeps_numbers),
        apply=lambda keep, _who: keep_numbers(db.session, words, keep=keep),
    )

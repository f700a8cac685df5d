"""A campaign's number: whether it is a hotline, and whom offices reach there."""

from typing import Annotated
from zlib import crc32

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.settings import NumberUse, use_number
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_number_use
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Change, made
from app.organizers.notices import Notice, Page
from app.serving.forms import Form, Text, Ticked, read_sound_form
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


LONGEST_CONTACT = 300


class NumberForm(Form):
    """How the number is used: it is a hotline unless supporters are told to dial it not."""

    shut: Ticked
    contact: Annotated[str, Text(limit=LONGEST_CONTACT)]


@organizers.get("/campaigns/<int:campaign_id>/hotline")
@least(TeamRole.ORGANIZER)
def hotline(campaign_id: int) -> str:
    """The hotline as it is."""
    words = found_campaign(campaign_id)
    return render_template(
        "organizers/campaigns/hotline.html",
        campaign=words,
        seen=_using(words).seen,
        state=db.session.get_one(Campaign, words.id).state,
        notice=HOTLINE.notice(),
    )


@organizers.post("/campaigns/<int:campaign_id>/hotline")
@least(TeamRole.ORGANIZER)
def change_hotline(campaign_id: int) -> Response:
    """Let the number be used so."""
    form = read_sound_form(NumberForm, request.form)
    use = NumberUse(not form.shut, form.contact)
    return HOTLINE.tells(made(_using(found_campaign(campaign_id)), use), campaign_id=campaign_id)


def _using(words: CampaignWords) -> Change[NumberUse]:
    return Change(
        told=told_of_number_use(words),
        seen=str(crc32(repr(NumberUse.of(words)).encode())),
        apply=lambda use, _who: use_number(db.session, words, use),
    )

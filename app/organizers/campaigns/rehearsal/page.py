"""A campaign's rehearsal: set up, then stepped by hand or watched; each step sends all that was chosen so far."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import render_template, request

from app.campaigns.in_force import CampaignWords
from app.campaigns.state.points import note_rehearsed
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.rehearsal import names
from app.organizers.campaigns.rehearsal.form import PREPARED, PUBLISHED, USUAL, SceneForm, choices_sent, watches
from app.organizers.campaigns.rehearsal.playing import editions, played
from app.organizers.campaigns.rehearsal.view import bubbles, handset
from app.rehearsal.phases.labels import LANGUAGES
from app.rehearsal.told import Who
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import TeamRole

REHEARSAL = "/campaigns/<int:campaign_id>/rehearsal"


@organizers.get(REHEARSAL)
@least(TeamRole.VIEWER)
def rehearsal(campaign_id: int) -> str:
    """What is to be rehearsed."""
    return _set_up(editions(campaign_id), Filled({name: str(value) for name, value in USUAL.items()}))


@organizers.post(REHEARSAL)
@least(TeamRole.VIEWER)
def rehearse(campaign_id: int) -> str | tuple[str, HTTPStatus]:
    """One step further, or to the end."""
    spoken = editions(campaign_id)
    form = read_form(SceneForm, {**USUAL, **request.form.to_dict()}, editions=spoken)
    if form.meant is None:
        return _set_up(spoken, form), HTTPStatus.UNPROCESSABLE_ENTITY
    choices = choices_sent()
    story = played(form.meant.scene(spoken), choices, form.meant.ending if watches() else None)
    if story.is_over:
        _note(campaign_id)
    return render_template(
        "organizers/campaigns/rehearsal/story.html",
        **_about(spoken, form),
        story=story,
        bubbles=list(bubbles(story)),
        handsets={who: handset(story, who) for who in Who},
        is_refused=len(story.choices) < len(choices),
    )


def _set_up(spoken: Mapping[str, CampaignWords], form: Filled[SceneForm]) -> str:
    return render_template("organizers/campaigns/rehearsal/set_up.html", **_about(spoken, form), errors=form.errors)


def _about(spoken: Mapping[str, CampaignWords], form: Filled[SceneForm]) -> dict[str, object]:
    about = {"typed": form.typed, "names": names, "languages": LANGUAGES}
    return {"campaign": spoken[PREPARED], "is_published": PUBLISHED in spoken, **about}


def _note(campaign_id: int) -> None:
    """For the checklist of the campaign."""
    with unit(db.session) as work:
        note_rehearsed(work.session, campaign_id, given().clock())

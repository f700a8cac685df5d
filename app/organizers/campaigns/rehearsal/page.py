"""A campaign's rehearsal: set up, then stepped by hand or watched; each step sends all that was chosen so far."""

from http import HTTPStatus

from flask import render_template, request

from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import Heard
from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.rehearsal import names
from app.organizers.campaigns.rehearsal.form import USUAL, SceneForm, choices_sent, watches
from app.organizers.campaigns.rehearsal.view import bubbles, handset
from app.rehearsal.endings import Ending
from app.rehearsal.phases.labels import LANGUAGES
from app.rehearsal.play import play
from app.rehearsal.scene import Scene
from app.rehearsal.told import Story, Who
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import never_kept
from models import TeamRole

REHEARSAL = "/campaigns/<int:campaign_id>/rehearsal"


@organizers.get(REHEARSAL)
@least(TeamRole.VIEWER)
def rehearsal(campaign_id: int) -> str:
    """What is to be rehearsed."""
    return _set_up(found_campaign(campaign_id), Filled({name: str(value) for name, value in USUAL.items()}))


@organizers.post(REHEARSAL)
@least(TeamRole.VIEWER)
def rehearse(campaign_id: int) -> str | tuple[str, HTTPStatus]:
    """One step further, or to the end."""
    words, form = found_campaign(campaign_id), read_form(SceneForm, {**USUAL, **request.form.to_dict()})
    if form.meant is None:
        return _set_up(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    choices = choices_sent()
    story = _played(form.meant.scene(words), choices, form.meant.ending if watches() else None)
    return render_template(
        "organizers/campaigns/rehearsal/story.html",
        **_about(words, form),
        story=story,
        bubbles=list(bubbles(story)),
        handsets={who: handset(story, who) for who in Who},
        is_refused=len(story.choices) < len(choices),
    )


def _played(scene: Scene, choices: list[str], ending: Ending | None) -> Story:
    own = given()
    with never_kept(db.session) as work:
        return play(AtHand(work, own.vault, own.clock, own.settings, Heard()), scene, choices, ending)


def _set_up(words: CampaignWords, form: Filled[SceneForm]) -> str:
    return render_template("organizers/campaigns/rehearsal/set_up.html", **_about(words, form), errors=form.errors)


def _about(words: CampaignWords, form: Filled[SceneForm]) -> dict[str, object]:
    return {"campaign": words, "typed": form.typed, "names": names, "languages": LANGUAGES}

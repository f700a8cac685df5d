"""A whole call as it is in force and as it is prepared, played twice and shown as one dialogue."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import render_template, request

from app.campaigns.in_force import CampaignWords
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.rehearsal import names
from app.organizers.campaigns.rehearsal.form import PREPARED, PUBLISHED, USUAL, SceneForm
from app.organizers.campaigns.rehearsal.playing import editions, played
from app.organizers.campaigns.unpublished import unpublished
from app.organizers.editions.heard import Heard, heard
from app.organizers.editions.publish_page import PUBLISH
from app.rehearsal.phases.labels import LANGUAGES
from app.rehearsal.told import Caption
from app.serving.forms import Filled, read_form
from models import TeamRole

HEARD = f"{PUBLISH}/call"


@organizers.get(HEARD)
@least(TeamRole.ORGANIZER)
def compared_as_heard(campaign_id: int) -> str:
    """The call that most people make."""
    spoken = editions(campaign_id)
    usual = {name: str(value) for name, value in USUAL.items()}
    return _page(spoken, read_form(SceneForm, usual, editions=spoken))


@organizers.post(HEARD)
@least(TeamRole.ORGANIZER)
def compare_as_heard(campaign_id: int) -> tuple[str, HTTPStatus]:
    """Another call."""
    spoken = editions(campaign_id)
    form = read_form(SceneForm, {**request.form.to_dict(), "edition": PREPARED}, editions=spoken)
    return _page(spoken, form), HTTPStatus.OK if form.meant else HTTPStatus.UNPROCESSABLE_ENTITY


def _page(spoken: Mapping[str, CampaignWords], form: Filled[SceneForm]) -> str:
    words = spoken[PREPARED]
    lines = list(_both(spoken, form.meant)) if form.meant else []
    return render_template(
        "organizers/editions/heard.html",
        campaign=words,
        is_published=PUBLISHED in spoken,
        typed=form.typed,
        errors=form.errors,
        lines=lines,
        changed=sum(not line.is_same for line in lines),
        waits=bool(unpublished(words)),
        names=names,
        languages=LANGUAGES,
    )


def _both(spoken: Mapping[str, CampaignWords], meant: SceneForm) -> Sequence[Heard]:
    def captions(edition: str) -> Sequence[Caption]:
        if edition not in spoken:
            return ()
        scene = meant.model_copy(update={"edition": edition}).scene(spoken)
        return played(scene, [], meant.ending, tells_log=False).captions

    after = captions(PREPARED)
    return list(heard(captions(PUBLISHED) if PUBLISHED in spoken else after, after))

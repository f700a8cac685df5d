"""A campaign from nothing: three questions, and the editor opens on a draft."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.new.make import last_group
from app.campaigns.new.placeholders import first_words
from app.campaigns.new.slugs import SlugTakenError, slug_of
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.new.form import NewForm
from app.organizers.campaigns.new.made import elsewhere, made
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

NEW = "/campaigns/new"


@organizers.get(NEW)
@least(TeamRole.ORGANIZER)
def new_campaign() -> str:
    """The questions."""
    typed = {"group": last_group(db.session), "subject": "", "rule": "", "slug": ""}
    return _page(Filled(typed))


@organizers.post(NEW)
@least(TeamRole.ORGANIZER)
def make_campaign() -> Response | tuple[str, int]:
    """Make it."""
    form = read_form(NewForm, request.form)
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    meant = form.meant
    try:
        return made(
            meant.slug or slug_of(meant.subject), first_words(meant.group, meant.subject, meant.rule), done="new"
        )
    except SlugTakenError as taken:
        return _page(elsewhere(form, taken)), HTTPStatus.CONFLICT


def _page(form: Filled[NewForm]) -> str:
    return render_template("organizers/campaigns/new/page.html", typed=form.typed, errors=form.errors)

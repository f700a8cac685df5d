"""Makes an office that is no legislator's."""

from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.change import Who
from app.organizers.office_numbers import offices_alone
from app.organizers.offices.made.audit import CHANGED, SUBJECT, as_told
from app.organizers.offices.made.form import BEFORE_ANYBODY_TYPES, NUMBERS, TITLES, MadeForm
from app.organizers.offices.new_lines.noted import note_lines_of
from app.organizers.offices.notices import OFFICE
from app.organizers.texts import LANGUAGES
from app.representatives.made.facts import MadeFacts
from app.representatives.made.making import SameOfficeError, make_office
from app.representatives.opening.changing.whose import NobodyThereError
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import TeamRole

SAME = "There is an office with this name and title already. Use that one, or tell the two apart by the name."


@organizers.get("/offices/made/new")
@least(TeamRole.ORGANIZER)
def new_office() -> str:
    """The empty form."""
    return _page(Filled(BEFORE_ANYBODY_TYPES))


@organizers.post("/offices/made/new")
@least(TeamRole.ORGANIZER)
def make() -> Response | tuple[str, int]:
    """Write it down, or say what is missing."""
    form = offices_alone(read_form(MadeForm, request.form, fictional=settings().fictional_numbers), NUMBERS)
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        return OFFICE.tells("made", geoid=_made(form.meant.facts()))
    except NobodyThereError:
        return render_template("organizers/offices/none.html"), HTTPStatus.CONFLICT
    except SameOfficeError:
        return _page(form.with_error("name", SAME)), HTTPStatus.CONFLICT


def _made(facts: MadeFacts) -> str:
    with unit(db.session) as work:
        geoid = make_office(work.session, facts, by=current_user.email, now=given().clock())
        note_lines_of(work.session, geoid, Who(current_user.email, given().clock()))
        note(work.session, CHANGED, SUBJECT.format(name=facts.name), before={}, after=as_told(facts))
    return geoid


def _page(form: Filled[MadeForm]) -> str:
    return render_template("organizers/offices/made/new.html", form=form, titles=TITLES, languages=LANGUAGES)

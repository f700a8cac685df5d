"""Uploads a file of who sits where, and shows what is prepared, what waits, and how old the facts are."""

from dataclasses import replace
from http import HTTPStatus

from flask import render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.apart import NoPlaceError, a_place
from app.extensions import given, settings
from app.guard.route_classes import UPLOAD
from app.guard.routes import of_class
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.no_place import NO_PLACE, Waiting, come_back
from app.organizers.offices.importing.form import CHAMBERS, TYPED, FileForm
from app.organizers.offices.importing.told import FILE, IMPORT
from app.readiness.facts import facts_age
from app.representatives.importing import (
    FileProblemsError,
    ImportRequest,
    plan_import,
    prepared_imports,
    seats_named,
    take_force,
)
from app.representatives.importing.reading.text import LARGEST_FILE
from app.representatives.importing.uploaded import LONGEST_NAME, Upload, keep_upload, upload_of
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import District, Roster, TeamRole

PATH = "/offices/import"
NO_FILE = "Choose a file first: one whose name ends in .csv."
NO_SEAT = "There is no seat “{name}”, or one in each chamber: then choose the chamber above."
Answer = str | Response | tuple[str, int]


@organizers.get(PATH)
@least(TeamRole.ORGANIZER)
def import_offices() -> str:
    """The empty form."""
    return upload_page()


@organizers.post(PATH)
@least(TeamRole.ORGANIZER)
@of_class(UPLOAD)
def upload_offices() -> Answer | Waiting:
    """Keep the file if it can be imported, and show what it would change."""
    now = given().clock()
    form = read_form(FileForm, request.form, states=_states(), now=now)
    file = request.files.get("file")
    content = file.stream.read(LARGEST_FILE + 1) if file and file.filename else b""
    if not file or not file.filename:
        form = form.with_error("file", NO_FILE)
    if file is None or form.meant is None:
        return upload_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    name = clean_text(file.filename or "", limit=LONGEST_NAME)
    asked, unknown = _about(form.meant, form.meant.request(name, fictional=settings().fictional_numbers))
    if unknown:
        return upload_page(form.with_error("only", NO_SEAT.format(name=unknown))), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        with a_place(), unit(db.session) as work:
            take_force(work.session, now)
            plan_import(work.session, content, asked)
            keep_upload(work.session, signed_in().id, Upload(name, content, asked, now))
    except FileProblemsError as error:
        return upload_page(form.with_error("file", *error.problems)), HTTPStatus.UNPROCESSABLE_ENTITY
    except NoPlaceError:
        return come_back(upload_page(form.with_error("file", NO_PLACE)))
    return FILE.tells("read")


def upload_page(form: Filled[FileForm] | None = None) -> str:
    """The page, with what was typed."""
    states, now = _states(), given().clock()
    if not states:
        return render_template("organizers/offices/none.html")
    form = form or nothing_typed()
    state = form.typed["state"] if form.typed["state"] in states else states[0]
    roster = db.session.get(Roster, state)
    return render_template(
        "organizers/offices/importing/new.html",
        form=form,
        state=state,
        states=states,
        chambers=CHAMBERS,
        roster=roster,
        age=facts_age(roster, now) if roster else None,
        waiting=upload_of(db.session, signed_in().id),
        prepared=[one for it in states for one in prepared_imports(db.session, it)],
        notice=IMPORT.notice(),
    )


def nothing_typed() -> Filled[FileForm]:
    """The form as it is shown first."""
    return Filled({**TYPED, "state": next(iter(_states()), "")})


def _about(meant: FileForm, asked: ImportRequest) -> tuple[ImportRequest, str]:
    """The request for the seats that are named, and a name that is no seat's."""
    found, unknown = seats_named(db.session, asked, meant.only)
    return replace(asked, only=found), next(iter(unknown), "")


def _states() -> list[str]:
    """The states whose districts we have, Massachusetts first."""
    found = db.session.scalars(select(District.state).where(District.chamber.is_not(None)).distinct())
    return sorted(found, key=lambda state: (state != "MA", state))

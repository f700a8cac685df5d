"""Shows what the uploaded file would change, asks what is odd about it, and brings it in or prepares it."""

from dataclasses import replace
from http import HTTPStatus

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.second_factor.fresh import fresh
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.change import Who, digest
from app.organizers.offices.importing.new_page import PATH, nothing_typed, upload_page
from app.organizers.offices.importing.refused import why_not_brought_in
from app.organizers.offices.importing.shown import plan_shown
from app.organizers.offices.importing.told import CHANGED, FILE, IMPORT, as_told, subject
from app.organizers.offices.new_lines.noted import setting
from app.organizers.offices.notices import OFFICES
from app.representatives.importing import (
    FileProblemsError,
    ImportRequest,
    NotAheadError,
    Plan,
    Question,
    RosterChangedMeanwhileError,
    apply_import,
    open_questions,
    plan_import,
    prepare,
    prepared_imports,
    questions,
)
from app.representatives.importing.uploaded import Upload, drop_upload, keep_request, upload_of
from app.representatives.new_lines.brought_in import note_lines_brought_in
from app.store.db import db
from app.store.unit import unit
from models import TeamRole

FILE_PATH = f"{PATH}/file"
ANSWER = "Answer this. If it is not right, mend the file and upload it again."
FASTER = "Somebody else changed the offices meanwhile. This is what the file would change now: look once more."
LONGEST_ANSWER = 40


@organizers.get(FILE_PATH)
@least(TeamRole.ORGANIZER)
def import_file() -> ResponseReturnValue:
    """What the file would change."""
    upload = upload_of(db.session, signed_in().id)
    if upload is None:
        return IMPORT.tells("no-file")
    try:
        return _shown(upload)
    except FileProblemsError as error:
        return _refused(error)


@organizers.post(f"{FILE_PATH}/answers")
@least(TeamRole.ORGANIZER)
def answer_import() -> ResponseReturnValue:
    """Keep what was answered, and show what the file would change then."""
    upload = upload_of(db.session, signed_in().id)
    if upload is None:
        return IMPORT.tells("no-file")
    with unit(db.session) as work:
        keep_request(work.session, signed_in().id, _answered(upload))
    return FILE.tells("answered")


@organizers.post(FILE_PATH)
@least(TeamRole.ORGANIZER)
@fresh()
def write_import() -> ResponseReturnValue:
    """Bring the file in, or prepare it for its moment, if nothing is left to be asked."""
    upload = upload_of(db.session, signed_in().id)
    if upload is None:
        return IMPORT.tells("no-file")
    try:
        return _tried(upload)
    except FileProblemsError as error:
        return _refused(error)
    except RosterChangedMeanwhileError:
        return _shown(upload, wrong=FASTER), HTTPStatus.CONFLICT
    except NotAheadError:
        return IMPORT.tells("moment")


@organizers.post(f"{FILE_PATH}/drop")
@least(TeamRole.ORGANIZER)
def drop_import() -> Response:
    """Take the file away."""
    with unit(db.session) as work:
        drop_upload(work.session, signed_in().id)
    return IMPORT.tells("dropped")


def _tried(upload: Upload) -> ResponseReturnValue:
    """What was answered is kept, whatever comes of it."""
    is_seen = request.form.get("seen") == digest(plan_import(db.session, upload.content, upload.request))
    upload = replace(upload, request=_answered(upload))
    with unit(db.session) as work:
        keep_request(work.session, signed_in().id, upload.request)
    if not is_seen:
        return _shown(upload, wrong=FASTER), HTTPStatus.CONFLICT
    plan = plan_import(db.session, upload.content, upload.request)
    asked = open_questions(plan)
    wrong = "" if asked else why_not_brought_in(plan, given().clock())
    if asked or wrong:
        return _shown(upload, asked=asked, wrong=wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    return _written(upload, plan)


def _written(upload: Upload, plan: Plan) -> Response:
    now = given().clock()
    with unit(db.session) as work:
        if plan.request.in_force_from:
            prepare(work.session, upload.content, plan, by=current_user.email, now=now)
        else:
            apply_import(work.session, upload.content, plan, now=now)
            note_lines_brought_in(work.session, plan.before, plan.people, setting(Who(current_user.email, now)))
        drop_upload(work.session, signed_in().id)
        note(work.session, CHANGED, subject(plan), before={}, after=as_told(plan))
    return IMPORT.tells("prepared", at="prepared") if plan.request.in_force_from else OFFICES.tells("imported")


def _answered(upload: Upload) -> ImportRequest:
    """The request with what was answered; what a form does not ask stays as it was answered before."""
    typed = {key.partition("answer-")[2]: several[-1][:LONGEST_ANSWER] for key, several in request.form.lists()}
    sent = {key: answer for key, answer in typed.items() if key}
    overwrite = bool(request.form.get("overwrite"))
    return replace(upload.request, answers={**upload.request.answers, **sent}, overwrite_corrections=overwrite)


def _shown(upload: Upload, *, asked: tuple[Question, ...] = (), wrong: str = "") -> str:
    plan = plan_import(db.session, upload.content, upload.request)
    return render_template(
        "organizers/offices/importing/file.html",
        upload=upload,
        seen=digest(plan),
        questions=questions(plan),
        answers=upload.request.answers,
        unanswered={f"answer-{it.key}": it.sentences[:1] for it in asked},
        errors={f"answer-{it.key}": (ANSWER,) for it in asked},
        wrong=wrong,
        prepared=prepared_imports(db.session, plan.request.state),
        notice=FILE.notice(),
        **plan_shown(plan),
    )


def _refused(error: FileProblemsError) -> tuple[str, int]:
    return upload_page(nothing_typed().with_error("file", *error.problems)), HTTPStatus.CONFLICT

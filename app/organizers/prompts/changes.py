"""Changes of a prompt: other words, a recording, or an earlier version again."""

import re
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask_security import current_user
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from app.campaigns.prompts import BUILT_IN, PromptPlace, SaidInstead, say_instead, versions_of
from app.campaigns.recordings import keep_recording
from app.campaigns.versions import CampaignChangedError
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.prompts.form import read_upload, typed_text, words_problem
from app.organizers.prompts.names import TEXT_ONLY
from app.organizers.prompts.page import Typed, found_place, show
from app.serving.error_pages import WORDS, error_page
from app.store.db import db
from voice_flows.blanks import blanks_in
from voice_flows.words import WORDS as BUILT_IN_WORDS

Answer = Response | tuple[str, int]

PROMPT = "/campaigns/<int:campaign_id>/prompts/<language>/<key>"
LARGEST_REQUEST = 32 * 1024 * 1024  # bytes: room to say of most files, kindly, that they are too large
CHANGED = "Somebody else changed this prompt meanwhile. See what it says now; what you typed is below."


@organizers.url_value_preprocessor
def _make_room(endpoint: str | None, _values: object) -> None:
    """Only here may a request be this large: it carries a recording, or a video that was taken for one."""
    if endpoint == "organizers.record_prompt":
        request.max_content_length = LARGEST_REQUEST


@organizers.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    if request.endpoint == "organizers.record_prompt":
        return redirect(
            url_for("organizers.prompt", done="too-large", **(request.view_args or {})), HTTPStatus.SEE_OTHER
        )
    return error_page(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, *WORDS[HTTPStatus.REQUEST_ENTITY_TOO_LARGE])


@organizers.post(f"{PROMPT}/words")
def reword_prompt(campaign_id: int, language: str, key: str) -> Answer:
    """Say it in other words."""
    place, text = found_place(campaign_id, language, key), typed_text(request.form, "text")
    if problem := words_problem(text, _blanks(place)):
        return show(place, Typed(text=text, errors={"text": problem})), HTTPStatus.UNPROCESSABLE_ENTITY
    return _save(place, SaidInstead(text), Typed(text=text, errors={"text": CHANGED}))


@organizers.post(f"{PROMPT}/recording")
def record_prompt(campaign_id: int, language: str, key: str) -> Answer:
    """Play a recording in its place."""
    place, says = found_place(campaign_id, language, key), typed_text(request.form, "says")
    if key in TEXT_ONLY:
        abort(HTTPStatus.NOT_FOUND)
    db.session.rollback()  # no connection waits while the sound is decoded
    upload, problem = read_upload(request.files.get("recording")), words_problem(says, _blanks(place))
    place = found_place(campaign_id, language, key)
    errors = {"recording": upload.problem, "says": problem}
    if upload.sound is None or problem:
        wrong = {name: sentence for name, sentence in errors.items() if sentence}
        return show(place, Typed(says=says, errors=wrong)), HTTPStatus.UNPROCESSABLE_ENTITY
    recording = keep_recording(db.session, upload.sound, file_name=upload.file_name, by=current_user.email)
    return _save(place, SaidInstead(says, recording), Typed(says=says, errors={"recording": CHANGED}))


@organizers.post(f"{PROMPT}/again")
def say_again(campaign_id: int, language: str, key: str) -> Answer:
    """Go back to an earlier version, or to the built-in words."""
    place, wanted = found_place(campaign_id, language, key), request.form.get("version", "")
    earlier = {str(version.id): version.said for version in versions_of(db.session, place)} | {"built-in": BUILT_IN}
    if wanted not in earlier:
        return _back(place, "same")
    return _save(place, earlier[wanted], Typed(errors={"versions": CHANGED}))


def _blanks(place: PromptPlace) -> tuple[str, ...]:
    return blanks_in(BUILT_IN_WORDS[place.language][place.key])


def _save(place: PromptPlace, said: SaidInstead, on_conflict: Typed) -> Answer:
    who = {"by": current_user.email, "now": given().clock()}
    try:
        done = say_instead(db.session, place, said, seen=_seen(), **who)
    except CampaignChangedError:
        fresh = found_place(place.campaign.id, place.language, place.key)
        return show(fresh, on_conflict), HTTPStatus.CONFLICT
    return _back(place, "changed" if done else "same")


def _seen() -> int:
    """The version that stood on the page; what is no number fits none."""
    seen = request.form.get("seen", "")
    return int(seen) if re.fullmatch(r"\d{1,18}", seen, re.ASCII) else -1


def _back(place: PromptPlace, done: str) -> Response:
    address = url_for(
        "organizers.prompt", campaign_id=place.campaign.id, language=place.language, key=place.key, done=done
    )
    return redirect(address, HTTPStatus.SEE_OTHER)

"""Changes of a prompt: other words, a recording, or an earlier version again."""

from functools import partial
from http import HTTPStatus

from flask import abort, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.apart import NoPlaceError
from app.campaigns.editions.content import SaidInstead
from app.campaigns.prompts import CampaignPrompt
from app.campaigns.recordings import keep_recording
from app.guard.route_classes import UPLOAD
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, outrun
from app.organizers.no_place import NO_PLACE, Waiting, come_back
from app.organizers.prompts.form import RecordingForm, WordsForm, in_words, read_upload
from app.organizers.prompts.names import TEXT_ONLY
from app.organizers.prompts.page import PROMPT_PAGE, earlier, found_prompt, say, show
from app.serving.forms import F, Filled, read_form
from app.store.db import db
from models import TeamRole
from voice_flows.blanks import blanks_in
from voice_flows.words import WORDS as BUILT_IN_WORDS
from voice_flows.words.keys_named import PRESS, keys_to_name, unnamed_keys

Answer = Response | tuple[str, int]

PROMPT = "/campaigns/<int:campaign_id>/prompts/<language>/<key>"
NOT_AGAIN = "What was said then does not say {keys}. Use it once more as words of your own, and name them."
FASTER = "Somebody else changed this prompt meanwhile. See what it says now; what you typed is below."


@organizers.post(f"{PROMPT}/words")
@least(TeamRole.ORGANIZER)
def reword_prompt(campaign_id: int, language: str, key: str) -> Answer:
    """Say it in other words."""
    here = found_prompt(campaign_id, language, key)
    form = read_form(WordsForm, request.form, blanks=_blanks(here), unnamed=partial(_unnamed, here))
    if form.meant is None:
        return show(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = say(here, SaidInstead(form.meant.text))
    if came is Came.FASTER:
        return _faster(here, outrun(form, "text", FASTER))
    return _back(here, came)


@organizers.post(f"{PROMPT}/recording")
@least(TeamRole.ORGANIZER)
@of_class(UPLOAD)
def record_prompt(campaign_id: int, language: str, key: str) -> Answer | Waiting:
    """Play a recording in its place."""
    here = found_prompt(campaign_id, language, key)
    if key in TEXT_ONLY:
        abort(HTTPStatus.NOT_FOUND)
    about = {"unnamed": partial(_unnamed, here, is_recorded=True), "names_keys": bool(_to_name(here))}
    form = read_form(RecordingForm, request.form, blanks=_blanks(here), **about)
    db.session.rollback()  # no connection waits while the sound is decoded
    try:
        upload = read_upload(request.files.get("recording"))
    except NoPlaceError:
        return come_back(show(found_prompt(campaign_id, language, key), form.with_error("recording", NO_PLACE)))
    here = found_prompt(campaign_id, language, key)
    if upload.problem:
        form = form.with_error("recording", upload.problem)
    if upload.sound is None or form.meant is None:
        return show(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    recording = keep_recording(db.session, upload.sound, file_name=upload.file_name, by=current_user.email)
    came = say(here, SaidInstead(form.meant.says, recording))
    if came is Came.FASTER:
        return _faster(here, outrun(form, "recording", FASTER))
    return _back(here, came)


@organizers.post(f"{PROMPT}/again")
@least(TeamRole.ORGANIZER)
def say_again(campaign_id: int, language: str, key: str) -> Answer:
    """Prepare what an earlier edition said, or the built-in words."""
    here = found_prompt(campaign_id, language, key)
    said = earlier(here, request.form.get("edition", ""))
    unnamed = _unnamed(here, said.text, is_recorded=said.recording_id is not None) if said and said.text else ()
    if unnamed:
        form = Filled[WordsForm]({}).with_error("before", NOT_AGAIN.format(keys=in_words(unnamed)))
        return show(here, form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = say(here, said) if said else Came.SAME
    if came is Came.FASTER:
        return _faster(here, Filled[WordsForm]({}).with_error("before", FASTER))
    return _back(here, came)


def _blanks(here: CampaignPrompt) -> tuple[str, ...]:
    return tuple(blanks_in(BUILT_IN_WORDS[here.language][here.key]))


def _unnamed(here: CampaignPrompt, words: str, *, is_recorded: bool = False) -> tuple[str, ...]:
    """The keys that it must name and does not; a recording cannot say one that is another in each call."""
    unnamed = unnamed_keys(here.key, here.language, words)
    return tuple(key for key in unnamed if not (is_recorded and key == PRESS))


def _to_name(here: CampaignPrompt) -> list[str]:
    return sorted(keys_to_name(here.key) - {PRESS})


def _faster(here: CampaignPrompt, form: Filled[F]) -> Answer:
    return show(found_prompt(here.campaign.id, here.language, here.key), form), HTTPStatus.CONFLICT


def _back(here: CampaignPrompt, came: Came) -> Response:
    return PROMPT_PAGE.tells(came, campaign_id=here.campaign.id, language=here.language, key=here.key)

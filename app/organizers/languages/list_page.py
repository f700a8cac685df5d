"""In which languages a campaign's texts are there, what is missing, and how its script is told."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, render_template, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.campaigns.texts import language_tag
from app.campaigns.translating import ABOUT_TELLING, TextPlace, tell_script
from app.campaigns.versions import CampaignChangedError, last_change
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.languages import names
from app.store.db import db
from models import ScriptTold

LANGUAGES = "/campaigns/<int:campaign_id>/languages"


@dataclass(frozen=True)
class LanguageRow:
    """One language as the page lists it."""

    place: TextPlace

    @property
    def name(self) -> str:
        """As organizers call it."""
        return names.LANGUAGES[self.place.language]

    @property
    def headline(self) -> str:
        """The campaign in this language, as far as it is there."""
        texts = self.place.now.texts
        return texts.headline or texts.subject

    @property
    def lang(self) -> str:
        """For the attribute of that name."""
        return language_tag(self.place.language)


@organizers.get(LANGUAGES)
def languages(campaign_id: int) -> str:
    """The languages as they are."""
    words = found_campaign(campaign_id)
    return render_template(
        "organizers/languages/list.html",
        language_words=names,
        campaign=words,
        rows=[LanguageRow(TextPlace(words, language)) for language in names.LANGUAGES],
        told_change=last_change(db.session, campaign_id, ABOUT_TELLING),
        done=request.args.get("done", ""),
    )


@organizers.post(f"{LANGUAGES}/told")
def change_telling(campaign_id: int) -> Response:
    """Tell the script otherwise."""
    words = found_campaign(campaign_id)
    told = next((it for it in ScriptTold if it == request.form.get("told")), None)
    if told is None:
        abort(HTTPStatus.BAD_REQUEST)
    try:
        is_as_seen = request.form.get("seen") == words.script_told or told is words.script_told
        done = is_as_seen and tell_script(db.session, words, told, by=current_user.email, now=given().clock())
    except CampaignChangedError:
        is_as_seen = done = False
    what = ("changed" if done else "same") if is_as_seen else "meanwhile"
    return redirect(url_for("organizers.languages", campaign_id=campaign_id, done=what), HTTPStatus.SEE_OTHER)

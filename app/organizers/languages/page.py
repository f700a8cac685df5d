"""A campaign's texts in one language, each beside its English: typed, looked at, saved and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, render_template, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.campaigns.texts import language_tag
from app.campaigns.translating import TextPlace, last_translated, translate, undo_translation
from app.campaigns.versions import CampaignChangedError
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.languages import names
from app.organizers.languages.form import Typed, problems, written
from app.organizers.languages.list_page import LANGUAGES
from app.organizers.languages.preview import preview_of
from app.store.db import db

LANGUAGE = f"{LANGUAGES}/<language>"
CHANGED = (
    "Somebody else changed these texts, or the English, meanwhile. What you typed is below: compare, and save again."
)


@dataclass(frozen=True)
class Said:
    """What the page says beside the fields: what is wrong by field, whether somebody else was faster, a preview."""

    errors: Mapping[str, str]
    meanwhile: bool = False
    preview: bool = False


AS_IT_IS = Said({})


@organizers.get(LANGUAGE)
def language(campaign_id: int, language: str) -> str:
    """The texts as they are."""
    place = found_texts(campaign_id, language)
    return _page(place, Typed.of(place.now.texts), AS_IT_IS)


@organizers.post(LANGUAGE)
def change_texts(campaign_id: int, language: str) -> Response | tuple[str, int]:
    """Save them, or only look at them."""
    place, typed = found_texts(campaign_id, language), Typed.from_form(request.form)
    wrong = problems(typed, place.campaign.english)
    if wrong:
        return _page(place, typed, Said(wrong)), HTTPStatus.UNPROCESSABLE_ENTITY
    if request.form.get("do") == "preview":
        return _page(place, typed, Said({}, preview=True)), HTTPStatus.OK
    who = {"by": current_user.email, "now": given().clock()}
    try:
        seen = request.form.get("seen", "")
        done = translate(db.session, place, typed.texts(), still_fit=typed.still_fit, seen=seen, **who)
    except CampaignChangedError:
        return _page(found_texts(campaign_id, language), typed, Said({}, meanwhile=True)), HTTPStatus.CONFLICT
    return _back(place, "changed" if done else "same")


@organizers.post(f"{LANGUAGE}/undo")
def undo_texts(campaign_id: int, language: str) -> Response:
    """Take the last change back."""
    place, change = found_texts(campaign_id, language), request.form.get("change", "")
    try:
        done = change.isdecimal() and undo_translation(db.session, place, int(change))
    except CampaignChangedError:
        done = False
    return _back(place, "undone" if done else "same")


def found_texts(campaign_id: int, language: str) -> TextPlace:
    """Which texts are meant; 404 if there is no such campaign or language."""
    if language not in names.LANGUAGES:
        abort(HTTPStatus.NOT_FOUND)
    return TextPlace(found_campaign(campaign_id), language)


def _page(place: TextPlace, typed: Typed, said: Said) -> str:
    english, now = place.campaign.english, place.now.texts
    is_preview = said.preview or request.method == "GET"
    # A preview keeps the stamp that its form came with: it must not hide that somebody else was faster.
    seen = request.form.get("seen", "") if said.preview or said.errors else place.stamp
    return render_template(
        "organizers/languages/page.html",
        language_words=names,
        campaign=place.campaign,
        place=place,
        name=names.LANGUAGES[place.language],
        lang=language_tag(place.language),
        english={name: written(english, name) for name in names.TEXTS},
        saved={name: written(now, name) for name in names.TEXTS},
        typed=typed,
        said=said,
        changed=CHANGED,
        seen=seen,
        preview=preview_of(place, typed.texts()) if is_preview and any(typed.fields.values()) else None,
        change=last_translated(db.session, place),
        done=request.args.get("done", ""),
    )


def _back(place: TextPlace, done: str) -> Response:
    address = url_for("organizers.language", campaign_id=place.campaign.id, language=place.language, done=done)
    return redirect(address, HTTPStatus.SEE_OTHER)

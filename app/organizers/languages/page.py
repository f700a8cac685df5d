"""A campaign's texts in one language, each beside its English: typed, looked at and saved."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.fields import stamps
from app.campaigns.texts import FIELDS, Texts, language_tag
from app.campaigns.translating import CampaignLanguage, translate
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Came, Who, saved
from app.organizers.languages import names
from app.organizers.languages.audit import told_of_texts
from app.organizers.languages.form import TextsForm, before_anybody_types
from app.organizers.languages.list_page import LANGUAGES
from app.organizers.languages.preview import preview_of
from app.organizers.notices import Notice, Page
from app.organizers.texts import LANGUAGES as NAMED
from app.organizers.texts import TEXTS
from app.serving.forms import Filled, read_form
from app.store.db import db
from models import TeamRole

LANGUAGE = f"{LANGUAGES}/<language>"
FASTER = (
    "Somebody else changed these texts, or the English, meanwhile. What you typed is below: compare, and save again."
)
LANGUAGE_PAGE = Page(
    "organizers.language",
    {
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@dataclass(frozen=True)
class Beside:
    """What the page says beside the fields: whether somebody else was faster, and the texts to show as a preview."""

    faster: bool = False
    preview: Texts | None = None


@organizers.get(LANGUAGE)
@least(TeamRole.ORGANIZER)
def language(campaign_id: int, language: str) -> str:
    """The texts as they are."""
    here = found_texts(campaign_id, language)
    return _page(here, Filled(before_anybody_types(here.now.texts)), Beside(preview=here.now.texts))


@organizers.post(LANGUAGE)
@least(TeamRole.ORGANIZER)
def change_texts(campaign_id: int, language: str) -> Response | tuple[str, int]:
    """Save them, or only look at them."""
    here = found_texts(campaign_id, language)
    form = read_form(TextsForm, request.form, english=here.campaign.english)
    if form.meant is None:
        return _page(here, form, Beside()), HTTPStatus.UNPROCESSABLE_ENTITY
    if _only_looks():
        return _page(here, form, Beside(preview=form.meant.texts())), HTTPStatus.OK
    texts = form.meant.texts()

    def save(who: Who) -> bool:
        still_fit = _still_fit()
        return translate(db.session, here, texts, still_fit=still_fit, seen=form.seen, by=who.by, now=who.now)

    came = saved(told_of_texts(here), save)
    if came is Came.FASTER:
        return _page(found_texts(campaign_id, language), form, Beside(faster=True)), HTTPStatus.CONFLICT
    return LANGUAGE_PAGE.tells(came, campaign_id=campaign_id, language=language)


def found_texts(campaign_id: int, language: str) -> CampaignLanguage:
    """Which texts are meant; 404 if there is no such campaign or language."""
    if language not in NAMED:
        abort(HTTPStatus.NOT_FOUND)
    return CampaignLanguage(found_campaign(campaign_id), language)


def _still_fit() -> frozenset[str]:
    """The texts that were ticked as still fitting a changed English."""
    return frozenset(name for name in FIELDS if request.form.get(f"fits-{name}"))


def _only_looks() -> bool:
    return request.form.get("do") == "preview"


def _page(here: CampaignLanguage, form: Filled[TextsForm], beside: Beside) -> str:
    english, now = here.campaign.english, here.now.texts
    shown = stamps(here.campaign.content, here.shown)
    return render_template(
        "organizers/languages/page.html",
        language_words=names,
        text_names=TEXTS,
        campaign=here.campaign,
        here=here,
        name=NAMED[here.language],
        lang=language_tag(here.language),
        english=before_anybody_types(english),
        saved=before_anybody_types(now),
        typed=form.typed,
        still_fit=_still_fit(),
        errors=form.errors,
        is_preview=_only_looks() and not form.errors,
        faster=FASTER if beside.faster else "",
        seen=shown if beside.faster else form.seen or shown,
        preview=preview_of(here, beside.preview) if beside.preview and any(form.typed.values()) else None,
        notice=LANGUAGE_PAGE.notice(),
    )

"""In which languages a campaign's texts are there, what is missing, and how its script is told."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from flask import abort, render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.fields import stamps
from app.campaigns.texts import language_tag
from app.campaigns.translating import OFFERED, TOLD, CampaignLanguage, tell_script
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Who, saved
from app.organizers.languages import names
from app.organizers.languages.audit import told_of_telling
from app.organizers.notices import Notice, Page
from app.organizers.texts import LANGUAGES as NAMED
from app.serving.forms import Form, Text, read_form
from app.store.db import db
from models import ScriptTold, TeamRole

LANGUAGES = "/campaigns/<int:campaign_id>/languages"
LANGUAGES_PAGE = Page(
    "organizers.languages",
    {
        "changed": Notice("Saved. Calls go by it once it is published."),
        "same": Notice("Nothing was changed: it is so already."),
        "faster": Notice(
            "Somebody else changed this meanwhile. See below how it is now, and choose again.", is_bad=True
        ),
    },
)


class TellingForm(Form):
    """How the script is to be told."""

    told: Annotated[ScriptTold, Text(limit=20)]


@dataclass(frozen=True)
class LanguageRow:
    """One language as the page lists it."""

    here: CampaignLanguage

    @property
    def name(self) -> str:
        """As organizers call it."""
        return NAMED[self.here.language]

    @property
    def headline(self) -> str:
        """The campaign in this language, as far as it is there."""
        texts = self.here.now.texts
        return texts.headline or texts.subject

    @property
    def lang(self) -> str:
        """For the attribute of that name."""
        return language_tag(self.here.language)


@organizers.get(LANGUAGES)
@least(TeamRole.ORGANIZER)
def languages(campaign_id: int) -> str:
    """The languages as they are."""
    words = found_campaign(campaign_id)
    return render_template(
        "organizers/languages/list.html",
        language_words=names,
        campaign=words,
        rows=[LanguageRow(CampaignLanguage(words, language)) for language in NAMED],
        seen=stamps(words.content, [TOLD, OFFERED]),
        notice=LANGUAGES_PAGE.notice(),
    )


@organizers.post(f"{LANGUAGES}/told")
@least(TeamRole.ORGANIZER)
def change_telling(campaign_id: int) -> Response:
    """Tell the script otherwise."""
    words, wanted = found_campaign(campaign_id), read_form(TellingForm, request.form)
    if wanted.meant is None:
        abort(HTTPStatus.BAD_REQUEST)
    told = wanted.meant.told

    def save(who: Who) -> bool:
        return tell_script(db.session, words, told, seen=wanted.seen, by=who.by, now=who.now)

    return LANGUAGES_PAGE.tells(saved(told_of_telling(words), save), campaign_id=campaign_id)

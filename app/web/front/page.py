"""The front page: one campaign is led to, several are listed, those that ring before those that take a break."""

from dataclasses import dataclass

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.campaigns.at_door import CampaignListed, open_campaigns
from app.campaigns.in_force import CampaignWords, campaign_words
from app.campaigns.state.by_date import state_by_date
from app.campaigns.texts import Shown
from app.extensions import given
from app.language.sentences import Sentence
from app.serving.page_languages import is_switching, page_language
from app.store.db import db
from app.web import web
from app.web.times import in_words
from models import CampaignState


@dataclass(frozen=True)
class Entry:
    """One campaign as the front page shows it; `back` is when it rings again, where that was said."""

    listed: CampaignListed
    words: CampaignWords

    @property
    def state(self) -> CampaignState:
        """How it stands, by its end date too."""
        return state_by_date(self.listed.state, self.words.content.when, given().clock())

    @property
    def headline(self) -> Shown[str]:
        """In the reader's language."""
        return self.words.in_language(page_language().code).headline

    @property
    def back(self) -> Sentence | str:
        """When it rings."""
        back_at, now = self.listed.back_at, given().clock()
        return in_words(back_at, now) if back_at and back_at > now else ""


@web.get("/")
def front_door() -> Response:
    """Lead to the campaign, or show them all."""
    every = [Entry(one, campaign_words(db.session, one.id, one.version)) for one in open_campaigns(db.session)]
    entries = [entry for entry in every if entry.state is not CampaignState.ARCHIVED]
    if len(entries) == 1:
        # A language that was chosen here goes along, for a browser that keeps no cookie.
        chosen = page_language().code if is_switching() else None
        return redirect(url_for("web.campaign", slug=entries[0].words.slug, language=chosen))
    if entries:
        return make_response(render_template("campaigns.html", entries=entries))
    return make_response(render_template("no_campaign.html"), 404)

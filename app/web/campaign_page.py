"""The campaign's page: why, the form, the script, what else to do."""

from dataclasses import dataclass, replace
from functools import partial

from flask import Response, abort, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calls.errors import CampaignChanged
from app.calls.whom.offices_in_turn import CHAMBERS, MOST_HOLDERS, listed_in_turn
from app.campaigns.at_door import CampaignAtDoor, find_campaign, first_live_slug, last_seen
from app.campaigns.in_force import CampaignWords, campaign_words, words_in_memory
from app.campaigns.script_shown import shown_script
from app.extensions import given
from app.representatives import Directory, directory_in_memory, directory_of, town_names
from app.serving.forms import Filled
from app.serving.page_languages import is_switching, page_language, translated
from app.store.db import db
from app.web import web
from app.web.consent import wording
from app.web.first_showing import FirstShowings
from app.web.form import NOTHING_TYPED, AskForm, new_token, read_ask
from app.web.names import titled
from models import CampaignState


@dataclass(frozen=True)
class Visited:
    """A campaign that somebody visits: what is fresh, and its words."""

    door: CampaignAtDoor
    words: CampaignWords
    is_preview: bool = False

    @property
    def is_live(self) -> bool:
        """Whether it rings anybody."""
        return self.door.state is CampaignState.LIVE

    @property
    def roster(self) -> Directory:
        """Who sits where, as a rule from memory."""
        stamp = self.door.roster
        in_memory = directory_in_memory(db.engine, stamp) if stamp else None
        return in_memory or directory_of(db.session, stamp)


def visited(slug: str) -> Visited:
    """The campaign at this address; 404 if there is none."""
    door = find_campaign(db.session, slug)
    if door is None:
        abort(404)
    return visited_with(door, campaign_words(db.session, door.id, door.version))


def visited_before(slug: str) -> Visited:
    """The campaign as it was when somebody last looked. No statement: who acts by it checks that nothing changed."""
    door = last_seen(db.engine, slug)
    words = words_in_memory(db.engine, door.id, door.version) if door else None
    return visited_with(door, words) if door and words else visited(slug)


def check_unchanged(campaign: Visited) -> None:
    """Look whether the campaign is still as it was.

    Raises:
        CampaignChanged: it is not.
    """
    if find_campaign(db.session, campaign.words.slug) != campaign.door:
        raise CampaignChanged


def visited_with(door: CampaignAtDoor, words: CampaignWords) -> Visited:
    """The campaign with these words."""
    rule = given().whom_to_call
    return Visited(door, replace(words, whom_to_call=rule) if rule else words)


@web.get("/")
def front_door() -> AnyResponse:
    """Lead to the campaign."""
    slug = first_live_slug(db.session)
    if slug is None:
        return make_response(render_template("no_campaign.html"), 404)
    # A language that was chosen here goes along, for a browser that keeps no cookie.
    chosen = page_language().code if is_switching() else None
    return redirect(url_for("web.campaign", slug=slug, language=chosen))


@web.get("/c/<slug:slug>")
def campaign(slug: str) -> Response:
    """The page as it first appears."""
    campaign = visited(slug)
    if not campaign.is_live:  # its links carry along what the address asked for
        return show(campaign, NOTHING_TYPED)
    listed = _listed(campaign)
    showings: FirstShowings = current_app.extensions["first_showings"]
    key = (campaign.door, page_language().code, tuple(listed), request.script_root)
    return make_response(
        showings.page(key, _token(campaign), lambda token: _page(campaign, NOTHING_TYPED, token, listed))
    )


@web.post("/c/<slug:slug>")
def campaign_again(slug: str) -> Response:
    """The page in another language, with what was typed so far; nothing is checked and nothing is done."""
    campaign = visited(slug)
    return show(campaign, Filled(read_ask(request.form, campaign.door.id, given()).typed))


def _listed(campaign: Visited) -> list[str]:
    """Whom a campaign calls of a list of its own, so that nobody has to start a call to find out."""
    rule = campaign.words.whom_to_call
    if not (rule.calls_list and campaign.is_live):
        return []
    in_turn = listed_in_turn(campaign.words, campaign.roster)
    names = [translated(titled(one.person.representative)) for one in in_turn if not one.passed_over]
    return names[: MOST_HOLDERS - len(CHAMBERS[rule])]


def show(campaign: Visited, form: Filled[AskForm], *, code: int = 200) -> Response:
    """The page with what was typed and what is wrong with it. Every showing has a token of its own."""
    return make_response(_page(campaign, form, _token(campaign), _listed(campaign)), code)


def _token(campaign: Visited) -> str:
    return new_token(given().tokens, campaign.door.id)


def _page(campaign: Visited, form: Filled[AskForm], token: str, listed: list[str]) -> str:
    town = "" if "town" in form.errors else form.typed["town"]
    show_script = partial(shown_script, name=form.typed["name"], town=town)
    texts = campaign.words.in_language(page_language().code)
    return render_template(
        "asking/campaign.html",
        campaign=campaign.words,
        texts=texts,
        state=campaign.door.state,
        is_live=campaign.is_live,
        is_preview=campaign.is_preview,
        form=form.typed,
        errors=form.errors,
        token=token,
        towns=town_names(),
        consent=wording(campaign.words.group, campaign.words.whom_to_call),
        listed=listed,
        script=show_script(texts.script),
        voicemail=show_script(texts.voicemail_script),
    )

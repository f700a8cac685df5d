"""One prompt of a campaign: its words, what else to say in its place, and what editions before said."""

from flask import abort, render_template, request

from app.campaigns.editions.content import SaidInstead
from app.campaigns.editions.fields import stamps
from app.campaigns.prompts import BUILT_IN, CampaignPrompt, said_before, say_instead
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Came, Who, saved
from app.organizers.notices import Notice, Page
from app.organizers.prompts import names
from app.organizers.prompts.audit import told_of_prompt
from app.organizers.prompts.form import LONGEST_TEXT, in_words
from app.organizers.prompts.names import EVERYWHERE, FAR_TOO_LARGE, PROMPTS, TEXT_ONLY
from app.organizers.prompts.view import LONG_SECONDS, built_in_pieces, shown_prompt
from app.serving.forms import F, Filled
from app.store.db import db
from models import TeamRole
from voice_flows.words import WORDS
from voice_flows.words.keys_named import PRESS, keys_to_name

PROMPT_PAGE = Page(
    "organizers.prompt",
    {
        "changed": Notice("Saved. Calls say this once it is published."),
        "same": Notice("Nothing was changed: it says so already."),
        "too-large": Notice(FAR_TOO_LARGE, is_bad=True, about="recording"),
    },
)


@organizers.get("/campaigns/<int:campaign_id>/prompts/<language>/<key>")
@least(TeamRole.ORGANIZER)
def prompt(campaign_id: int, language: str, key: str) -> str:
    """The prompt as it is."""
    notice = PROMPT_PAGE.notice()
    errors = {notice.about: (notice.text,)} if notice and notice.about else {}
    return show(found_prompt(campaign_id, language, key), Filled({}, errors=errors))


def found_prompt(campaign_id: int, language: str, key: str) -> CampaignPrompt:
    """Which prompt is meant; 404 if there is none, or none that a campaign can change."""
    if language not in WORDS or key not in PROMPTS or key in EVERYWHERE:
        abort(404)
    return CampaignPrompt(found_campaign(campaign_id), language, key)


def say(here: CampaignPrompt, said: SaidInstead) -> Came:
    """Prepare that it says this, for whoever saw what it says now."""

    def save(who: Who) -> bool:
        return say_instead(db.session, here, said, seen=request.form.get("seen", ""), by=who.by, now=who.now)

    return saved(told_of_prompt(here), save)


def earlier(here: CampaignPrompt, which: str) -> SaidInstead | None:
    """What it said from an edition on, by the edition's id, or the built-in words."""
    before = {str(one.edition_id): one.said for one in said_before(db.session, here)}
    return BUILT_IN if which == "built-in" else before.get(which)


def show(here: CampaignPrompt, form: Filled[F]) -> str:
    """The page with what was typed."""
    shown, keys = shown_prompt(here.campaign, here.language, here.key), sorted(keys_to_name(here.key) - {PRESS})
    return render_template(
        "organizers/prompts/page.html",
        prompt_words=names,
        campaign=here.campaign,
        language=here.language,
        prompt=shown,
        built_in=built_in_pieces(here.campaign, here.language, here.key),
        before=said_before(db.session, here),
        prepared=here.now,
        seen=form.seen or stamps(here.campaign.content, [here.path]),
        text=form.typed.get("text", shown.written),
        says=form.typed.get("says", shown.written),
        errors=form.errors,
        says_keys=in_words(keys) if keys else "",
        longest_text=LONGEST_TEXT,
        long_seconds=LONG_SECONDS,
        may_be_recorded=here.key not in TEXT_ONLY,
        notice=PROMPT_PAGE.notice(),
    )

"""One prompt of a campaign: its words, what else to say in its place, and what was said before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import abort, render_template, request

from app.campaigns.prompts import PromptPlace, versions_of
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.prompts import names
from app.organizers.prompts.form import LONGEST_TEXT
from app.organizers.prompts.names import EVERYWHERE, FAR_TOO_LARGE, PROMPTS, TEXT_ONLY
from app.organizers.prompts.view import LONG_SECONDS, built_in_pieces, shown_prompt
from app.store.db import db
from voice_flows.words import WORDS


@dataclass(frozen=True)
class Typed:
    """What was typed into the two forms, None where nothing was, and what is wrong with it by field."""

    text: str | None = None
    says: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


@organizers.get("/campaigns/<int:campaign_id>/prompts/<language>/<key>")
def prompt(campaign_id: int, language: str, key: str) -> str:
    """The prompt as it is."""
    too_large = {"recording": FAR_TOO_LARGE} if request.args.get("done") == "too-large" else {}
    return show(found_place(campaign_id, language, key), Typed(errors=too_large))


def found_place(campaign_id: int, language: str, key: str) -> PromptPlace:
    """Which prompt is meant; 404 if there is none, or none that a campaign can change."""
    if language not in WORDS or key not in PROMPTS or key in EVERYWHERE:
        abort(404)
    return PromptPlace(found_campaign(campaign_id), language, key)


def show(place: PromptPlace, typed: Typed) -> str:
    """The page with what was typed."""
    shown, versions = shown_prompt(place.campaign, place.language, place.key), versions_of(db.session, place)
    return render_template(
        "organizers/prompts/page.html",
        prompt_words=names,
        campaign=place.campaign,
        language=place.language,
        prompt=shown,
        built_in=built_in_pieces(place.campaign, place.language, place.key),
        versions=versions,
        seen=versions[0].id if versions else 0,
        text=shown.written if typed.text is None else typed.text,
        says=shown.written if typed.says is None else typed.says,
        errors=typed.errors,
        longest_text=LONGEST_TEXT,
        long_seconds=LONG_SECONDS,
        may_be_recorded=place.key not in TEXT_ONLY,
        done=request.args.get("done", ""),
    )

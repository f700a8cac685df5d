"""What came of a campaign that has ended: the numbers that were published of it, and no others, on a page to print."""

from datetime import date

from flask import abort, render_template

from app.campaigns.editions.content import Results
from app.extensions import settings
from app.language.sentences import Sentence, sentence
from app.representatives import Area, state_map
from app.serving.page_languages import page_language, translated
from app.web import web
from app.web.campaign_page import Visited, visited
from app.web.times import day_in_words
from models import CampaignState

OUTCOMES = {
    "talked": sentence("Talked to the office"),
    "message": sentence("Left a message"),
    "picked-up": sentence("The office picked up"),
    "nobody": sentence("Reached nobody there"),
    "other": sentence("Other, together"),
}
TOGETHER: dict[bool, Sentence] = {
    True: sentence("Days of few calls, together"),
    False: sentence("Weeks of few calls, together"),
}


@web.get("/c/<slug:slug>/results")
def results(slug: str) -> str:
    """The page; none as long as nothing was published, or the campaign goes on."""
    campaign = visited(slug)
    told = campaign.words.content.results
    if told is None or campaign.state is not CampaignState.ARCHIVED:
        abort(404)
    outcomes = [(translated(OUTCOMES[name]), calls) for name, calls in told.outcomes if name in OUTCOMES]
    times = [(_when(first, told), calls) for first, calls in told.times]
    return render_template(
        "results/page.html",
        campaign=campaign.words,
        texts=campaign.words.in_language(page_language().code),
        results=told,
        outcomes=outcomes,
        times=times,
        largest_outcome=_largest(outcomes),
        largest_time=_largest(times),
        map=state_map(),
        areas=_areas(told),
        districts=_districts(campaign, told),
        here=f"{settings().public_base_url}/c/{slug}/results",
    )


def _when(first: str, told: Results) -> str:
    return day_in_words(date.fromisoformat(first)) if first else translated(TOGETHER[told.by_day])


def _largest(rows: list[tuple[str, int]]) -> int:
    return max((calls for _, calls in rows), default=1)


def _areas(told: Results) -> list[tuple[Area, bool]]:
    """The House districts, and whether their office heard from five or more; of the Senate there are no outlines."""
    areas = [(area, area.name in told.districts) for area in state_map().areas["house"]]
    return areas if any(is_heard for _, is_heard in areas) else []


def _districts(campaign: Visited, told: Results) -> list[str]:
    seats = campaign.roster.seats
    return sorted(seats[geoid].district for geoid in told.districts if geoid in seats)

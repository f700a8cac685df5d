"""Counts what came of a campaign that has ended, once, for everybody to read; and takes it off again."""

from flask import request
from werkzeug.wrappers import Response

from app.calls.whom.offices_in_turn import CHAMBERS
from app.campaigns.editions.content import Content, Results, as_document
from app.campaigns.editions.results import first_results
from app.campaigns.in_force import CampaignWords
from app.campaigns.state.by_date import state_by_date
from app.clock import eastern_day
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Came, saved
from app.organizers.dashboard.whom import whom_of
from app.organizers.public_numbers.page import NUMBERS, NUMBERS_PAGE, RESULTS, saving, told_of_numbers
from app.representatives import directory
from app.statistics.public.count import FEWEST
from app.statistics.public.results import results_of
from app.statistics.reading import by_day, counts
from app.statistics.told import Span
from app.store.db import db
from models import Campaign, CampaignState, CountedBy, TeamRole


@organizers.post(f"{NUMBERS}/results")
@least(TeamRole.ORGANIZER)
def count_results(campaign_id: int) -> Response:
    """Prepare the numbers: those that were published before, or as they are now."""
    words = found_campaign(campaign_id)
    state = db.session.get_one(Campaign, words.id).state
    if state_by_date(state, words.content.when, given().clock()) is not CampaignState.ARCHIVED:
        return NUMBERS_PAGE.tells("goes-on", campaign_id=campaign_id)
    results = first_results(db.session, words.id) or _counted(words)
    if max(results.through_us, results.own_phone, results.written) < FEWEST:
        return NUMBERS_PAGE.tells("few", campaign_id=campaign_id)
    return _saved(words, as_document(Content(results=results))["results"], "counted")


@organizers.post(f"{NUMBERS}/results/off")
@least(TeamRole.ORGANIZER)
def take_results_off(campaign_id: int) -> Response:
    """Prepare that there are none."""
    return _saved(found_campaign(campaign_id), None, "taken-off")


def _saved(words: CampaignWords, results: object, told: str) -> Response:
    came = saved(told_of_numbers(words), saving(words.id, {RESULTS: results}, request.form.get("seen", "")))
    return NUMBERS_PAGE.tells(told if came is Came.CHANGED else came, campaign_id=words.id)


def _counted(words: CampaignWords) -> Results:
    session, span = db.session, Span(frozenset({words.id}))
    chambers = CHAMBERS[words.whom_to_call]
    everybody = [it for it in whom_of(session, span, directory(session), words) if it.seat.chamber in chambers]
    heard = {it.seat.geoid: it.heard + it.otherwise for it in everybody if it.sits}
    days = by_day(session, span, CountedBy.CALLS)
    return results_of(counts(session, span), days, heard, len(heard), eastern_day(given().clock()))

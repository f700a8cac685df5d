"""The office is closed: leave a message now, be rung when it opens, or dial the hotline: the supporter says which."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response, make_response, render_template

from app.calls.hours.office import Closed, ring_times
from app.calls.hours.waves import in_waves, when_called
from app.calls.plan import PlannedOffice
from app.calls.whom.search import Found
from app.extensions import given
from app.guard.phone_numbers import national
from app.limits.hours.quiet import HERE, is_quiet, zones_of
from app.representatives import OpeningHours
from app.serving.forms import Filled
from app.serving.page_languages import translated
from app.web.campaign_page import Visited
from app.web.filled_in.letter import letters_to
from app.web.form import AskForm, settled_token
from app.web.not_now.page import first_office
from app.web.times import in_words


def closed_now(campaign: Visited, found: Found) -> Closed | None:
    """Whether the first office is closed now, or waits for its wave, and when it is called."""
    first = first_office(found)
    return when_called(_hours(campaign, first), campaign.words.action, first.district_geoid, given().clock())


def _rings(campaign: Visited, found: Found, closed: Closed, zones: Collection[ZoneInfo]) -> datetime | None:
    """When they can be rung then: it may still be night where their number lies."""
    first, now = first_office(found), given().clock()
    hours = in_waves(_hours(campaign, first), campaign.words.action, first.district_geoid, now)
    return next(ring_times(hours, closed.opens, zones), None) if closed.opens else None


def _hours(campaign: Visited, office: PlannedOffice) -> OpeningHours | None:
    is_open = given().settings.always_open or office.line_id is None
    return None if is_open else campaign.roster.hours(office.line_id or 0)


def show_closed(campaign: Visited, form: Filled[AskForm], *, found: Found, closed: Closed) -> Response:
    """The page, with what was typed carried along."""
    now, zones = given().clock(), zones_of(form.meant.phone) if form.meant else HERE
    rings = _rings(campaign, found, closed, zones)
    first = next(one for one in found.in_turn if not one.passed_over)
    page = render_template(
        "asking/not_now/closed.html",
        campaign=campaign.words,
        form=form.typed,
        found=found,
        settled=settled_token(given().tokens, found.decided),
        person=first.person,
        letters=letters_to(campaign.words, found, name=form.typed["name"]),
        opens=translated(in_words(closed.opens, now)) if closed.opens else "",
        rings=translated(in_words(rings, now)) if rings else "",
        is_quiet=is_quiet(now, zones),
        is_deaf=campaign.is_deaf,
        by_wave=closed.by_wave,
        number_of_office=national(first_office(found).number or ""),
        dials=first_office(found).number,
    )
    return make_response(page, 200)

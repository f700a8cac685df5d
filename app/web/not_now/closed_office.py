"""The office is closed: leave a message now, be rung when it opens, or dial the hotline: the supporter says which."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response, make_response, render_template

from app.calls.hours.office import Closed, opening, ring_times
from app.calls.whom.search import Found
from app.extensions import given
from app.limits.hours.quiet import HERE, is_quiet, zones_of
from app.serving.forms import Filled
from app.serving.page_languages import translated
from app.web.campaign_page import Visited
from app.web.filled_in.letter import letters_to
from app.web.form import AskForm, settled_token
from app.web.times import in_words


def closed_now(campaign: Visited, found: Found) -> Closed | None:
    """Whether the first office is closed now, and when it opens."""
    own = given()
    return None if own.settings.always_open else opening(campaign.roster.hours(_line(found)), own.clock())


def _rings(campaign: Visited, found: Found, closed: Closed, zones: Collection[ZoneInfo]) -> datetime | None:
    """When they can be rung then: it may still be night where their number lies."""
    hours = campaign.roster.hours(_line(found))
    return next(ring_times(hours, closed.opens, zones), None) if closed.opens else None


def _line(found: Found) -> int:
    return next(office.line_id for office in found.offices if office.line_id)


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
    )
    return make_response(page, 200)

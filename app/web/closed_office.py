"""The office is closed: leave a message now, be rung when it opens, or dial the hotline: the supporter says which."""

from flask import Response, make_response, render_template

from app.calls.hours.office import Closed, opening
from app.calls.hours.quiet import after_quiet, is_quiet
from app.calls.whom.search import Found
from app.extensions import given
from app.serving.forms import Filled
from app.serving.page_languages import translated
from app.web.campaign_page import Visited
from app.web.filled_in.letter import letters_to
from app.web.form import AskForm, settled_token
from app.web.times import in_words


def closed_now(campaign: Visited, found: Found) -> Closed | None:
    """Whether the first office is closed now, and when it opens."""
    own, line_id = given(), next(office.line_id for office in found.offices if office.line_id)
    return None if own.settings.always_open else opening(campaign.roster.hours(line_id), own.clock())


def show_closed(campaign: Visited, form: Filled[AskForm], found: Found, closed: Closed) -> Response:
    """The page, with what was typed carried along."""
    now = given().clock()
    first = next(one for one in found.in_turn if not one.passed_over)
    page = render_template(
        "asking/closed.html",
        campaign=campaign.words,
        form=form.typed,
        found=found,
        settled=settled_token(given().tokens, found.decided),
        person=first.person,
        letters=letters_to(campaign.words, found, name=form.typed["name"]),
        opens=translated(in_words(closed.opens, now)) if closed.opens else "",
        rings=translated(in_words(after_quiet(closed.opens), now)) if closed.opens else "",
        is_quiet=is_quiet(now),
        is_deaf=campaign.is_deaf,
    )
    return make_response(page, 200)

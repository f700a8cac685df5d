"""One more question, or why there is no call: a split town, a near miss, another state, a vacant seat."""

from flask import Response, make_response, render_template

from app.calls.whom.search import Found
from app.extensions import given
from app.guard.phone_numbers import national
from app.serving.forms import Filled
from app.web.asked import Asked
from app.web.asking.question import SWITCHED
from app.web.filled_in.letter import letters_to
from app.web.filled_in.street_lists import street_lists
from app.web.form import AskForm, left_token, settled_token
from app.web.where.outline_lists import outline_lists
from app.web.where.town_map import TownMap, town_map


def show_why(asked: Asked, found: Found, form: Filled[AskForm]) -> Response:
    """The page."""
    own, drawn = given(), town_map(found)
    page = render_template(
        _question(asked, drawn) if found.is_question else "asking/cannot_call.html",
        campaign=asked.campaign.words,
        form={**form.typed, "left": left_token(own.tokens, found.left)},
        found=found,
        rings=asked.is_to_be_rung,
        settled=settled_token(own.tokens, found.settled),
        decided=settled_token(own.tokens, {**found.settled, **found.decided}),
        again=asked.looks == SWITCHED,
        asks_address=own.settings.geocoder,
        street_lists=street_lists(found.resolution),
        outline_lists=outline_lists(found.resolution),
        town_map=drawn,
        national=national,
        letters=letters_to(asked.campaign.words, found, name=form.typed["name"]),
    )
    return make_response(page, 200)


def _question(asked: Asked, drawn: TownMap | None) -> str:
    return "asking/where/map.html" if asked.meant.map and drawn else "asking/choose.html"

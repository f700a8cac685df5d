"""What every page in place of a call shows of whom they would call, and of the ways that are open all the same."""

from flask import Response, make_response, render_template

from app.calls.plan import PlannedOffice
from app.calls.whom.search import Found
from app.extensions import given
from app.guard.phone_numbers import national
from app.serving.forms import Filled
from app.web.campaign_page import Visited
from app.web.filled_in.letter import letters_to
from app.web.form import AskForm, settled_token


def page_instead(template: str, campaign: Visited, form: Filled[AskForm], found: Found, **shown: object) -> Response:
    """The page, with what it shows beside that."""
    office = next(one for one in found.in_turn if not one.passed_over)
    page = render_template(
        template,
        campaign=campaign.words,
        form=form.typed,
        settled=settled_token(given().tokens, found.decided),
        person=office.person,
        number=national(first_office(found).number or ""),
        dials=first_office(found).number,
        letters=letters_to(campaign.words, found, name=form.typed["name"]),
        is_deaf=campaign.is_deaf,
        **shown,
    )
    return make_response(page, 200)


def first_office(found: Found) -> PlannedOffice:
    """The first that can be rung."""
    return next(office for office in found.offices if office.number)

"""Who fills a field that people do not see, or sends a form before one can have read it, is asked to look once more."""

from flask import Response, make_response, render_template

from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.guard.phone_numbers import masked
from app.guard.tokens import BadTokenError
from app.serving.forms import Filled
from app.web.form import GOOD_FOR, PURPOSE, AskForm

SURE = "sure"


def is_to_look_again(form: AskForm, token: str) -> bool:
    """Browsers fill fields by themselves, and some people are quick: nobody is turned away, and nothing is silent."""
    own = given()
    if own.rehearsal or _is_sure(form):
        return False
    return bool(form.website) or own.tokens.age(PURPOSE, token) < own.settings.form_seconds


def _is_sure(form: AskForm) -> bool:
    try:
        return bool(form.sure and given().tokens.read_young(SURE, form.sure, max_age=GOOD_FOR) == form.token)
    except BadTokenError:
        return False


def ask_if_sure(campaign: CampaignWords, form: Filled[AskForm], *, meant: AskForm) -> Response:
    """What was typed, to be looked at and sent by one more press."""
    sent = {name: value for name, value in form.typed.items() if value and name not in {"website", SURE}}
    page = render_template(
        "asking/sure.html",
        campaign=campaign,
        sent=sent,
        phone=masked(meant.phone),
        town=meant.town,
        sure=given().tokens.sign_for_a_while(SURE, meant.token),
    )
    return make_response(page, 200)

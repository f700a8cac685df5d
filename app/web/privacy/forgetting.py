"""“Have your number forgotten”: the number is rung, and only a key pressed there forgets it.

The answer is the same whoever has the number, and whatever they do: nobody learns here of another's number.
"""

from http import HTTPStatus
from typing import Annotated

from flask import redirect, render_template, request, url_for
from pydantic import PlainValidator, ValidationInfo
from werkzeug.wrappers import Response

from app.calls.begin.call_back import Wanted, call_back
from app.campaigns.at_door import CampaignListed, open_campaigns
from app.extensions import Given, given
from app.guard.visitors import this_visitor
from app.language.sentences import sentence
from app.limits.rate import admit
from app.limits.rings.number import ring_limits
from app.limits.table import ASKS_TO_FORGET
from app.serving.forms import Filled, Form, Text, Wrong, known, read_form
from app.serving.page_languages import page_language
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.form import OPEN_TOO_LONG, SHOWN, ringable
from app.web.privacy.held import held_now
from models import CallSource, CampaignState, EventSource

PURPOSE = "forget my number"
ASKED_OFTEN = sentence("You asked for this three times today. Try again tomorrow.")
MOST_TRIED = 5  # campaigns, until one rings


def _token(typed: str, info: ValidationInfo) -> str:
    if typed != known(info, "token", str):
        raise Wrong(OPEN_TOO_LONG)
    return typed


class ForgetForm(Form):
    """Which number, and that the form is one of our own."""

    phone: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(ringable)]
    token: Annotated[str, Text(limit=SHOWN), PlainValidator(_token)]


@web.get("/privacy/forget")
def forget() -> str:
    """What goes, what stays, and the form."""
    return _page(Filled({"phone": ""}))


@web.post("/privacy/forget")
def ask_to_forget() -> Response | tuple[str, int]:
    """Have the number rung, if it may be."""
    own = given()
    settings = own.settings
    form = read_form(
        ForgetForm,
        request.form,
        token=_token_of(own),
        fictional=settings.fictional_numbers,
        territories=settings.territories,
    )
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    now = own.clock()
    with unit(db.session) as work:
        may = admit(work.session, own.vault, ASKS_TO_FORGET, this_visitor(now), now=now)
        if may:
            any(call_back(work.session, _wanted(own, one, form.meant.phone)) for one in _that_ring()[:MOST_TRIED])
    if not may:
        return _page(form.with_error("phone", ASKED_OFTEN)), HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(url_for("web.forget_asked"), HTTPStatus.SEE_OTHER)


@web.get("/privacy/forget/asked")
def forget_asked() -> str:
    """What to do when it rings."""
    return render_template("privacy/forget_asked.html", held=held_now())


def _page(form: Filled[ForgetForm]) -> str:
    known = {"token": _token_of(given()), "rings": bool(_that_ring()), "held": held_now()}
    return render_template("privacy/forget.html", form=form, **known)


def _token_of(own: Given) -> str:
    """Of whoever asks, for the day: the page of another site cannot know it."""
    return own.tokens.sign(PURPOSE, this_visitor(own.clock()))


def _that_ring() -> list[CampaignListed]:
    return [one for one in open_campaigns(db.session) if one.state is CampaignState.LIVE]


def _wanted(own: Given, campaign: CampaignListed, phone: str) -> Wanted:
    return Wanted(
        campaign_id=campaign.id,
        campaign_version=campaign.version,
        language=page_language().voice,
        more_time=False,
        phone=phone,
        vault=own.vault,
        now=own.clock(),
        rings=ring_limits(own.settings),
        keeps_hours=not own.settings.always_open,
        source=CallSource.FORGETTING,
        by=EventSource.PAGE,
    )

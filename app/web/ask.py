"""“Call me now”: the form is checked, and the call placed, or a page shown that asks or says why not."""

from functools import partial

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calls.begin.typed import Typed
from app.calls.errors import CampaignChanged
from app.extensions import given
from app.guard.route_classes import ASKED, ASKING
from app.guard.routes import of_class
from app.serving.forms import Filled
from app.serving.page_languages import is_switching
from app.web import web
from app.web.asking.question import (
    FORM,
    SWITCHED,
    Question,
    filled_again,
    keep,
    kept_under,
    lead_to_page,
    shown_with,
    to_keep,
)
from app.web.campaign_page import Visited, show, visited, visited_before
from app.web.deciding import decide
from app.web.filled_in.first_name import first_name
from app.web.form import NOTHING_TYPED, AskForm, read_ask
from app.web.kept.fields import MEANT, without_street

# What is asked anew by whoever begins anew.
DECIDED = frozenset(
    {
        *("zip", "district", "settled", "left", MEANT, "instead", "when", "map", "sure", "picks_up", "room"),
        *("own", "dial", "wrote"),
    }
)


@web.post("/c/<slug:slug>/call")
@of_class(ASKING)
def ask_for_call(slug: str) -> AnyResponse:
    """Place the call, or lead to a page that says what is missing and keeps what was typed.

    To place a call checks that the campaign is still what it was when somebody last looked; only if not, we look first.
    """
    try:
        return _answered(visited_before(slug))
    except CampaignChanged:
        return _answered(visited(slug))


@web.get("/c/<slug:slug>/asked/<key>")
@of_class(ASKED)
def asked(slug: str, key: str) -> AnyResponse:
    """The page that a form led to, as often as somebody looks at it; nothing is done."""
    campaign = visited(slug)
    before = kept_under(campaign.door.id, key)
    if before is None:  # half an hour is over
        return redirect(url_for("web.campaign", slug=slug), 303)
    return _page(campaign, before, first_name(), key)


@web.get("/c/<slug:slug>/asked/<key>/form")
@of_class(ASKED)
def form_again(slug: str, key: str) -> AnyResponse:
    """The campaign's page with what was typed, to begin anew."""
    campaign = visited(slug)
    before = kept_under(campaign.door.id, key)
    if before is None:
        return redirect(url_for("web.campaign", slug=slug), 303)
    begun = {name: value for name, value in before.fields.items() if name not in DECIDED}
    return show(campaign, shown_with(Filled({**NOTHING_TYPED.typed, **begun, "name": first_name()}), key))


@web.post("/c/<slug:slug>")
@of_class(ASKING)
def campaign_again(slug: str) -> AnyResponse:
    """The campaign's page with what was typed so far, in another language; nothing is checked and nothing is done."""
    campaign = visited(slug)
    typed = read_ask(filled_again(campaign.door.id, request.form), campaign.words, given()).typed
    return _led_to(campaign, Filled(typed), Question(partial(show, campaign), FORM))


def _answered(campaign: Visited) -> AnyResponse:
    sent = filled_again(campaign.door.id, request.form)
    form, answer = decide(campaign, sent, looks=SWITCHED if is_switching() else "")
    return _led_to(campaign, form, answer) if isinstance(answer, Question) else answer


def _led_to(campaign: Visited, form: Filled[AskForm], question: Question) -> AnyResponse:
    """To the page at its address; where nothing can be kept, it is the answer to the form, and carries that along."""
    name = form.typed["name"]
    typed = to_keep(question, without_street(campaign, form.typed, question.found))
    key = keep(campaign.door.id, typed)
    return lead_to_page(campaign.words.slug, key, question, name) if key else _page(campaign, typed, name, "")


def _page(campaign: Visited, before: Typed, name: str, key: str) -> AnyResponse:
    """What stands there, made of what was kept."""
    fields = {**before.fields, "name": name}
    if before.page == FORM or not campaign.is_live:
        form = _shown(Filled({**NOTHING_TYPED.typed, **fields}, errors=before.wrong), key)
        return show(campaign, form, code=before.status, earlier=before.earlier)
    form, question = decide(campaign, fields, looks=before.page or "again", wrong=before.wrong)
    return question.shows(_shown(form, key)) if isinstance(question, Question) else question


def _shown(form: Filled[AskForm], key: str) -> Filled[AskForm]:
    return shown_with(form, key) if key else form

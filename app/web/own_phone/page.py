"""The page itself: the number large, the script filled in, and what happened; good to reload, and without a script."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.calls.own_phone.shown import unsealed
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.serving.forms import Filled, read_form
from app.serving.page_languages import page_language
from app.statistics.public.count import count_told
from app.store.db import db
from app.web import web
from app.web.asking.question import back_url, kept_under
from app.web.campaign_page import visited
from app.web.filled_in.first_name import first_name
from app.web.how_it_went import MORE_OF_OWN_PHONE, ON_OWN_PHONE, STANCES, WRITTEN
from app.web.own_phone.form import ToldForm
from app.web.own_phone.view import OwnPhonePage, own_phone_page

LONGEST_TOKEN = 4000
OF_PAGE = "of-page"  # beside what was typed
WRONG = 422
NOTHING_SENT: Filled[ToldForm] = Filled({})


@web.get("/c/<slug:slug>/own/<token>")
@of_class(FOLLOWING)
def own_phone(slug: str, token: str) -> ResponseReturnValue:
    """Whom to call, one office after the other."""
    page = page_by(slug, token)
    return shown_page(page, token, request.args.get("at", ""), _typed_before(page))


def _typed_before(page: OwnPhonePage) -> Filled[ToldForm]:
    """What was typed on this page and not taken yet; what is wrong is not said again in another language."""
    before = kept_under(page.shown.campaign_id, request.args.get("asked", ""))
    if before is None or before.fields.get(OF_PAGE) != page.shown.nonce:
        return NOTHING_SENT
    form = read_form(ToldForm, before.fields, shown=page.shown)
    return form if before.status == WRONG else Filled(form.typed)


def page_by(slug: str, token: str) -> OwnPhonePage:
    """The page that the token stands for; 404 for any other."""
    shown = unsealed(given().vault, token) if len(token) <= LONGEST_TOKEN else None
    campaign = visited(slug)
    if shown is None or shown.campaign_id != campaign.door.id:
        abort(404)
    return own_phone_page(campaign, shown)


def shown_page(page: OwnPhonePage, token: str, at: str, form: Filled[ToldForm]) -> ResponseReturnValue:
    """The page at this office, with what was sent of it; where nobody is left to call, the campaign's own page."""
    here = page.at(at)
    if here is None:
        return redirect(url_for("web.campaign", slug=page.campaign.words.slug), 303)
    script, voicemail = page.scripts(here)
    return render_template(
        "own_phone/page.html",
        page=page,
        campaign=page.campaign.words,
        state=page.campaign.state,
        is_live=page.campaign.is_live,
        why_not=page.campaign.why_not_ring or page.shown.why_not,
        texts=page.campaign.words.in_language(page_language().code),
        here=here,
        following=page.after(here),
        script=script,
        voicemail=voicemail,
        letters=[one for one in [page.letter(here)] if one],
        takes_reports=page.shown.takes_reports(given().clock()),
        is_counted=page.shown.counted,
        count=count_told(db.session, page.campaign.words, page.campaign.state, given().clock()),
        token=token,
        back=back_url(page.campaign.words.slug, page.shown.asked),
        name_typed=first_name(),
        form=form,
        outcomes=ON_OWN_PHONE if here.lines else WRITTEN,
        other_outcomes=MORE_OF_OWN_PHONE if here.lines else WRITTEN,
        every_outcome=MORE_OF_OWN_PHONE,
        stances=STANCES,
    )

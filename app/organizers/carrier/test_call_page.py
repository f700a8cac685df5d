"""Ring my phone: a real call to the organizer's own number, each of its stops ticked off as it happens."""

from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.carrier_setup.looked import last_looked
from app.carrier_setup.test_call.confirming import Confirmed, confirm, may_be_rung, new_code, own_number
from app.carrier_setup.test_call.price import ask_price
from app.carrier_setup.test_call.ringing import TestUrls, asked_of, ring_own_phone
from app.carrier_setup.test_call.shown import shown_call
from app.carrier_setup.test_call.stops import newest
from app.extensions import given
from app.guard.route_classes import SECRET
from app.guard.routes import of_class
from app.guard.who_may import least
from app.limits.errors import CannotPlace
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.carrier.test_call_form import CodeForm, PhoneForm
from app.organizers.notices import Notice, Page
from app.serving.forms import Advice, read_form
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from models import KindOfTestCall, TeamRole

TEST_CALL = "/campaigns/<int:campaign_id>/test-call"
OFTEN = "You were rung six times within the hour. Try again a little later."
NOT_THERE = "We cannot ring this number: it asked us not to, or belongs to an office or a campaign. Enter your own."
WRONG = "That is not the code. Listen once more, or let us ring again."
TEST_PAGE = Page(
    "organizers.test_call",
    {
        "code": Notice("We ring you now. Pick up, and type the five digits that you hear."),
        Confirmed.CONFIRMED: Notice("This is your phone. Ring it now, as a supporter's is rung."),
        Confirmed.OVER: Notice("That code is good no more. Let us ring you again with a new one.", is_bad=True),
        "rings": Notice("Your phone rings in a moment. Pick up, and do as you are asked."),
        "confirm": Notice("First show that it is your phone.", is_bad=True),
        "often": Notice(OFTEN, is_bad=True),
    },
)
NOTHING = {"phone": "", "code": ""}
Errors = Mapping[str, tuple[Advice, ...]]


@organizers.get(TEST_CALL)
@least(TeamRole.ORGANIZER)
def test_call(campaign_id: int) -> str:
    """The next thing to do, and how the last call went."""
    return _page(found_campaign(campaign_id), NOTHING, {}, TEST_PAGE.notice())


@organizers.get(f"{TEST_CALL}/stops")
@least(TeamRole.ORGANIZER)
def test_call_progress(campaign_id: int) -> str:
    """The part that changes."""
    return render_template("organizers/carrier/_test_call.html", **_shown(found_campaign(campaign_id)))


@organizers.post(TEST_CALL)
@least(TeamRole.ORGANIZER)
def ring_with_code(campaign_id: int) -> Response | tuple[str, int]:
    """Keep the number, and ring it to speak a code."""
    words, own, who = found_campaign(campaign_id), given(), signed_in().id
    rung = {"fictional": own.settings.fictional_numbers, "territories": own.settings.territories}
    form = read_form(PhoneForm, request.form, **rung)
    if form.meant is None:
        return _page(words, form.typed, form.errors), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        with unit(db.session) as work:
            if not may_be_rung(work.session, own.vault, who, own.clock()):
                return TEST_PAGE.tells("often", campaign_id=campaign_id)
            new_code(work.session, own.vault, who, form.meant.phone, own.clock())
    except CannotPlace:
        return _page(words, form.typed, {"phone": (NOT_THERE,)}), HTTPStatus.UNPROCESSABLE_ENTITY
    _ring(words, KindOfTestCall.CODE, form.meant.phone)
    return TEST_PAGE.tells("code", campaign_id=campaign_id)


@organizers.post(f"{TEST_CALL}/code")
@of_class(SECRET)
@least(TeamRole.ORGANIZER)
def confirm_phone(campaign_id: int) -> Response | tuple[str, int]:
    """Take the code that was heard."""
    words, own = found_campaign(campaign_id), given()
    form = read_form(CodeForm, request.form)
    if form.meant is None:
        return _page(words, form.typed, form.errors), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        came = confirm(work.session, own.vault, signed_in().id, form.meant.code, own.clock())
    if came is Confirmed.WRONG:
        return _page(words, form.typed, {"code": (WRONG,)}), HTTPStatus.UNPROCESSABLE_ENTITY
    return TEST_PAGE.tells(came, campaign_id=campaign_id)


@organizers.post(f"{TEST_CALL}/ring")
@least(TeamRole.ORGANIZER)
def ring_my_phone(campaign_id: int) -> Response:
    """Ring the phone that was shown to be theirs."""
    words, own, who = found_campaign(campaign_id), given(), signed_in().id
    mine = own_number(db.session, own.vault, who, own.clock())
    if mine is None or not mine.is_confirmed:
        return TEST_PAGE.tells("confirm", campaign_id=campaign_id)
    with unit(db.session) as work:
        is_often = not may_be_rung(work.session, own.vault, who, own.clock())
    if is_often:
        return TEST_PAGE.tells("often", campaign_id=campaign_id)
    _ring(words, KindOfTestCall.TEST, mine.e164)
    return TEST_PAGE.tells("rings", campaign_id=campaign_id)


def _ring(words: CampaignWords, kind: KindOfTestCall, phone: str) -> None:
    own = given()
    seen = last_looked(db.session, own.account.settings().twilio_account_sid)
    asked = asked_of(kind, signed_in().id, words, phone, seen[0] if seen else None)
    urls = TestUrls(own.settings.public_base_url, own.tokens)
    with unit(db.session) as work:
        ring_own_phone(work, own.carrier, asked, urls, own.clock())


def _page(words: CampaignWords, typed: object, errors: Errors, notice: Notice | None = None) -> str:
    own = given()
    return render_template(
        "organizers/carrier/test_call.html",
        mine=own_number(db.session, own.vault, signed_in().id, own.clock()),
        is_set_up=bool(own.account.settings().twilio_account_sid),
        typed=typed,
        errors=errors,
        notice=notice,
        **_shown(words),
    )


def _shown(words: CampaignWords) -> dict[str, object]:
    call = newest(db.session, words.id, signed_in().id)
    if call and call.leg_sid and not call.price and shown_call(call).is_over:
        account, call_id = given().make_vendor(given().account.settings()).account, call.id
        with suppress(CarrierError), unit(db.session) as work:
            ask_price(work, account, call_id)  # it may be minutes until the carrier says so
    return {"campaign": words, "call": shown_call(call) if call else None}

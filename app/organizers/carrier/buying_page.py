"""Search for a number by its area code, see what it costs a month, and buy it."""

from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.carrier_setup.buying import Bought, Offers, buy, search, settle_unsure
from app.carrier_setup.fallback import wanted_setup
from app.carrier_setup.looked import last_looked
from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.carrier.buying_form import BuyForm, SearchForm
from app.organizers.carrier.not_done import not_done
from app.organizers.carrier.numbers_page import NUMBERS
from app.organizers.notices import Notice
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from app.telephony.account.api import Vendor
from app.telephony.carrier import CarrierError
from app.telephony.money import Money
from models import AuditAct, TeamRole

BUY = "/carrier/buy"
NOTHING_TYPED: Filled[SearchForm] = Filled({"area_code": ""})
TOLD = {
    Bought.GONE: Notice(
        "Somebody else bought this number in the same moment. You bought nothing: choose another.", True
    ),
    Bought.REFUSED: Notice(
        "The carrier did not sell this number: there may be too little money in the account. Nothing was bought.",
        is_bad=True,
    ),
    Bought.UNSURE: Notice(
        "The carrier gave no answer in time, so nobody knows yet whether the number is yours. Open this page again in "
        "a minute: it is looked up first, and not bought twice.",
        is_bad=True,
    ),
}
NOTHING = "Nothing was bought."


@organizers.get(BUY)
@least(TeamRole.ADMIN)
def buy_number() -> str | tuple[str, int]:
    """Search; what may have been bought already is looked up first."""
    form = read_form(SearchForm, request.args) if "area_code" in request.args else NOTHING_TYPED
    vendor = _vendor()
    try:
        with unit(db.session) as work:
            after_all = settle_unsure(work, vendor.numbers, given().clock())
        offers = search(vendor.numbers, form.meant.area_code) if form.meant else None
    except CarrierError as error:
        return _page(form, notice=not_done(error, NOTHING)), HTTPStatus.BAD_GATEWAY
    told = Notice(f"{', '.join(map(national, after_all))} was bought after all.") if after_all else None
    return _page(form, offers, told)


@organizers.post(f"{BUY}/confirm")
@least(TeamRole.ADMIN)
def confirm_number() -> str | tuple[str, int]:
    """Say what it costs, before anything is paid."""
    form = read_form(BuyForm, request.form)
    if form.meant is None:
        return _page(
            NOTHING_TYPED, notice=Notice(str(form.errors["number"][0]), is_bad=True)
        ), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        price = _vendor().account.number_price()
    except CarrierError as error:
        return _page(NOTHING_TYPED, notice=not_done(error, NOTHING)), HTTPStatus.BAD_GATEWAY
    return _confirm(form.meant.number, price)


@organizers.post(BUY)
@least(TeamRole.ADMIN)
def bought_number() -> Response | str | tuple[str, int]:
    """Buy it, after its price was seen."""
    form = read_form(BuyForm, request.form)
    if form.meant is None:
        return confirm_number()
    own, number = given(), form.meant.number
    setup = wanted_setup(db.session, own.settings.public_base_url)
    with unit(db.session) as work:
        came = buy(work, _vendor().numbers, number, setup, by=current_user.email, now=own.clock())
        if came is Bought.BOUGHT:
            note(work.session, AuditAct.SETTING_CHANGED, "the carrier's numbers", after={"bought": national(number)})
    if came in TOLD:
        return _page(NOTHING_TYPED, notice=TOLD[came]), HTTPStatus.CONFLICT
    return NUMBERS.tells(came)


def _vendor() -> Vendor:
    db.session.rollback()  # no connection to the database waits for the carrier
    return given().make_vendor(given().account.settings())


def _confirm(number: str, price: Money) -> str:
    seen = last_looked(db.session, given().account.settings().twilio_account_sid)
    balance = seen[0].balance if seen else None
    return render_template("organizers/carrier/confirm.html", number=number, price=price, balance=balance)


def _page(form: Filled[SearchForm], offers: Offers | None = None, notice: Notice | None = None) -> str:
    return render_template(
        "organizers/carrier/buy.html", typed=form.typed, errors=form.errors, offers=offers, notice=notice
    )

"""Ring an organizer's own phone as a supporter's is rung, and tell each stop as it is reached."""

import time
from collections.abc import Iterator
from contextlib import suppress

import click
from flask.cli import with_appcontext

from app.carrier_setup.looked import last_looked
from app.carrier_setup.test_call.confirming import Confirmed, confirm, may_be_rung, new_code, own_number
from app.carrier_setup.test_call.price import ask_price
from app.carrier_setup.test_call.ringing import TestUrls, asked_of, ring_own_phone
from app.carrier_setup.test_call.shown import ShownCall, shown_call
from app.cli.carrier.asked import asking
from app.cli.carrier.typed import campaign_named, number_typed, organizer_named
from app.extensions import given
from app.limits.errors import CannotPlace
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from models import Campaign, KindOfTestCall, TestCall

LOOKS_EVERY, LOOKS = 0.5, 480  # seconds; four minutes, longer than any test call
NOT_THERE = "We cannot ring this number: it asked us not to, or belongs to an office or a campaign."
OFTEN = "This organizer was rung six times within the hour. Try again a little later."
NOT_IT = "That is not the code, and the phone was not shown to be theirs. Run the same again."
NO_NEWS = "Nothing more is heard of this call. See: flask carrier status"


@click.command("test-call")
@click.argument("campaign")
@click.argument("email")
@with_appcontext
def test_call(campaign: str, email: str) -> None:
    """Ring the phone of the organizer EMAIL for CAMPAIGN: at first to speak a code, which is asked for."""
    with asking():
        here, who = campaign_named(campaign), organizer_named(email)
        mine = own_number(db.session, given().vault, who, given().clock())
        phone = mine.e164 if mine and mine.is_confirmed else _shown_to_be_theirs(here, who)
        call = _follow(_ring(here, who, phone, KindOfTestCall.TEST))
        if call.trouble or not call.went_well:
            raise click.ClickException(call.trouble or NO_NEWS)
        click.echo(f"It works. It cost {call.price}." if call.price else "It works.")


def _shown_to_be_theirs(campaign_id: int, who: int) -> str:
    own, phone = given(), number_typed(click.prompt("Their phone number"))
    try:
        with unit(db.session) as work:
            new_code(work.session, own.vault, who, phone, own.clock())
    except CannotPlace:
        raise click.ClickException(NOT_THERE) from None
    _ring(campaign_id, who, phone, KindOfTestCall.CODE)
    typed = "".join(filter(str.isdigit, click.prompt("The five digits that are heard there")))
    with unit(db.session) as work:
        came = confirm(work.session, own.vault, who, typed, own.clock())
    if came is not Confirmed.CONFIRMED:
        raise click.ClickException(NOT_IT)
    return phone


def _ring(campaign_id: int, who: int, phone: str, kind: KindOfTestCall) -> int:
    own = given()
    with unit(db.session) as work:
        if not may_be_rung(work.session, own.vault, who, own.clock()):
            raise click.ClickException(OFTEN)
    seen = last_looked(db.session, own.account.settings().twilio_account_sid)
    campaign = db.session.get_one(Campaign, campaign_id)
    asked = asked_of(kind, who, campaign, phone, seen[0] if seen else None)
    with unit(db.session) as work:
        urls = TestUrls(own.settings.public_base_url, own.tokens)
        return ring_own_phone(work, own.carrier, asked, urls, own.clock())


def _follow(call_id: int) -> ShownCall:
    """Tell each stop once, until the call is over; then ask what it cost."""
    told: set[str] = set()
    for call in _looks(call_id):
        for name, is_reached in call.stops:
            if is_reached and name not in told:
                told.add(name)
                click.echo(f"✓ {name}")
        if call.is_over:
            break
        time.sleep(LOOKS_EVERY)
    account = given().make_vendor(given().account.settings()).account
    with suppress(CarrierError), unit(db.session) as work:
        ask_price(work, account, call_id)
    return next(_looks(call_id))


def _looks(call_id: int) -> Iterator[ShownCall]:
    for _ in range(LOOKS):
        db.session.rollback()
        yield shown_call(db.session.get_one(TestCall, call_id, populate_existing=True))

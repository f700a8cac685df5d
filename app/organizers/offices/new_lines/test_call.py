"""Tries a new number: the organizer's own phone is rung and connected with it, and then they say whether it was it."""

from sqlalchemy import select
from werkzeug.wrappers import Response

from app.carrier_setup.looked import last_looked
from app.carrier_setup.test_call.confirming import may_be_rung, own_number
from app.carrier_setup.test_call.ringing import Asked, TestUrls, number_shown, ring_own_phone
from app.extensions import given
from app.guard.who_may import least
from app.limits.hours.quiet import is_quiet
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.offices.new_lines.list_page import NEW_LINES, named
from app.representatives.new_lines.confirming import Came
from app.representatives.new_lines.unconfirmed import Unconfirmed
from app.store.db import db
from app.store.unit import unit
from models import Campaign, KindOfTestCall, TeamRole


@organizers.post("/offices/new-lines/ring")
@least(TeamRole.ORGANIZER)
def try_new_line() -> Response:
    """Ring the phone that was shown to be theirs; whoever picks up at the number is spoken with in person."""
    it, own, who = named(), given(), signed_in().id
    if it is None:
        return NEW_LINES.tells(Came.NOTHING)
    if is_quiet(own.clock()) and not own.settings.always_open:
        return NEW_LINES.tells("night")
    mine = own_number(db.session, own.vault, who, own.clock())
    if mine is None or not mine.is_confirmed:
        return NEW_LINES.tells("phone-first")
    with unit(db.session) as work:
        is_often = not may_be_rung(work.session, own.vault, who, own.clock())
    if is_often:
        return NEW_LINES.tells("often")
    with unit(db.session) as work:
        urls = TestUrls(own.settings.public_base_url, own.tokens)
        ring_own_phone(work, own.carrier, _asked(it, who, mine.e164), urls, own.clock())
    return NEW_LINES.tells("rings")


def _asked(it: Unconfirmed, organizer_id: int, phone: str) -> Asked:
    seen = last_looked(db.session, given().account.settings().twilio_account_sid)
    campaign_id, number = _newest_number()
    return Asked(
        KindOfTestCall.LINE,
        organizer_id,
        campaign_id,
        phone,
        number_shown(number, seen[0] if seen else None, phone),
        it.e164,
        it.extension,
        it.holder_id,
    )


def _newest_number() -> tuple[int | None, str]:
    """The campaign whose number the office sees, and that number; where none has one, nothing."""
    with_number = select(Campaign.id, Campaign.phone_number).where(Campaign.phone_number != "")
    row = db.session.execute(with_number.order_by(Campaign.id.desc()).limit(1)).one_or_none()
    return (row.id, row.phone_number) if row else (None, "")

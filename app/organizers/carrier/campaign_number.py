"""The number that a campaign rings from: one of the account's that is free."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.carrier_setup.fallback import wanted_setup
from app.carrier_setup.looked import Looked, LookedNumber, last_looked
from app.carrier_setup.numbers import NumberNotGiven, connect_number, free_numbers, give_number, take_number_back
from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.who_may import least
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.carrier.not_done import not_done
from app.organizers.carrier.page import look_if_old
from app.organizers.notices import Notice, Page
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from models import AuditAct, Campaign, TeamRole

NUMBER = "/campaigns/<int:campaign_id>/number"
NUMBER_PAGE = Page(
    "organizers.campaign_number",
    {
        "given": Notice("The campaign rings from this number now, and whoever dials it reaches its hotline."),
        "taken": Notice("The campaign has no number any more. The number is free for another."),
        "connected": Notice("Connected again: whoever dials the number reaches us."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)
NOTHING = "Nothing was changed."


@organizers.get(NUMBER)
@least(TeamRole.ORGANIZER)
def campaign_number(campaign_id: int) -> str:
    """Its number, and those that it could have."""
    return _page(found_campaign(campaign_id), NUMBER_PAGE.notice())


@organizers.post(NUMBER)
@least(TeamRole.ORGANIZER)
def give_campaign_number(campaign_id: int) -> Response | tuple[str, int]:
    """Connect it at the carrier, once more if it is the campaign's already, and let the campaign ring from it."""
    words, number = found_campaign(campaign_id), request.form.get("number", "")
    if not number or number not in {words.phone_number, *(one.e164 for one in _free())}:
        return _page(words, Notice("Choose one of the numbers below.", is_bad=True)), 422
    setup = wanted_setup(db.session, given().settings.public_base_url)
    db.session.rollback()
    vendor = given().make_vendor(given().account.settings())
    try:
        connect_number(vendor.numbers, number, setup)
        with unit(db.session) as work:
            told = _told(words)
            given_now = noted(work.session, told, lambda: give_number(work.session, campaign_id, number))
    except CarrierError as error:
        return _page(found_campaign(campaign_id), not_done(error, NOTHING)), 502
    except NumberNotGiven as not_given:
        return _page(found_campaign(campaign_id), Notice(str(not_given), is_bad=True)), 409
    return NUMBER_PAGE.tells("given" if given_now else "connected", campaign_id=campaign_id)


@organizers.post(f"{NUMBER}/back")
@least(TeamRole.ORGANIZER)
def take_campaign_number_back(campaign_id: int) -> Response | tuple[str, int]:
    """Leave it without one: another campaign may have it."""
    words = found_campaign(campaign_id)
    try:
        with unit(db.session) as work:
            taken = noted(work.session, _told(words), lambda: take_number_back(work.session, campaign_id))
    except NumberNotGiven as not_taken:
        return _page(found_campaign(campaign_id), Notice(str(not_taken), is_bad=True)), 409
    return NUMBER_PAGE.tells("taken" if taken else "same", campaign_id=campaign_id)


def _page(words: CampaignWords, notice: Notice | None) -> str:
    config = given().account.settings()
    is_set_up = bool(config.twilio_account_sid)
    if is_set_up:
        look_if_old()
    here = db.session.get_one(Campaign, words.id, populate_existing=True)
    return render_template(
        "organizers/carrier/campaign_number.html",
        campaign=words,
        here=here,
        free=_free(),
        is_told=_looked().numbers is not None,
        is_set_up=is_set_up,
        notice=notice,
    )


def _free() -> list[LookedNumber]:
    return free_numbers(db.session, _looked())


def _looked() -> Looked:
    seen = last_looked(db.session, given().account.settings().twilio_account_sid)
    return seen[0] if seen else Looked()


def _told(words: CampaignWords) -> Told:
    def number() -> dict[str, object]:
        return {"number": national(db.session.get_one(Campaign, words.id, populate_existing=True).phone_number)}

    return Told(AuditAct.CAMPAIGN_CHANGED, f"the number of {words.subject}", number, words.id)

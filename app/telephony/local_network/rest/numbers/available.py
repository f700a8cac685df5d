"""AvailablePhoneNumbers: which local numbers are for sale, by area code, digits and powers."""

import re

from flask import Blueprint, request

from app.telephony.local_network.account.stock import Offer
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.errors import RestError, not_found
from app.telephony.local_network.rest.numbers.resources import offer_resource
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.webhooks.parameters import API_VERSION


def add_available_numbers(rest: Blueprint, engine: Engine) -> None:
    """Add the country, and the list of its local numbers; nothing is for sale elsewhere."""

    @rest.get("/<account>/AvailablePhoneNumbers/<country>.json")
    def fetch_country(account: str, country: str) -> dict[str, object]:
        _check(country)
        place = f"/{API_VERSION}/Accounts/{account}/AvailablePhoneNumbers/US"
        return {
            "country_code": "US",
            "country": "United States",
            "uri": f"{place}.json",
            "beta": False,
            "subresource_uris": {"local": f"{place}/Local.json"},
        }

    @rest.get("/<account>/AvailablePhoneNumbers/<country>/Local.json")
    def list_local(account: str, country: str) -> dict[str, object]:  # noqa: ARG001  # checked before
        _check(country)
        area_code = request.args.get("AreaCode", "")
        if area_code and not re.fullmatch(r"[2-9]\d{2}", area_code):
            raise RestError(21451, f"Invalid area code: {area_code}")
        found = [offer for offer in engine.plant.account.stock.offers(area_code) if _is_wanted(offer)]
        return page_of(found, lambda offer: offer.phone_number).envelope("available_phone_numbers", offer_resource)


def _check(country: str) -> None:
    if country != "US":
        raise not_found()


def _is_wanted(offer: Offer) -> bool:
    pattern = re.escape(request.args.get("Contains", "")).replace(r"\*", r"\d")
    needs_voice = request.args.get("VoiceEnabled", "").lower() == "true"
    return (offer.has_voice or not needs_voice) and re.search(pattern, offer.phone_number) is not None

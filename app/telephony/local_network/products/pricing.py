"""Pricing: what a number costs a month, and a call a minute."""

from decimal import Decimal

from flask import Blueprint

from app.telephony.local_network.account.permissions import COUNTRIES, UNITED_STATES, country_of
from app.telephony.local_network.account.prices import INBOUND_A_MINUTE, NUMBER_A_MONTH, OUTBOUND_A_MINUTE
from app.telephony.local_network.rest.errors import not_found
from app.telephony.local_network.rest.validation import E164

HOST = "https://pricing.twilio.com"


def add_pricing(products: Blueprint) -> None:
    """Add the prices of numbers and of calls, within the United States."""

    @products.get("/v1/PhoneNumbers/Countries/<country>")
    def price_of_numbers(country: str) -> dict[str, object]:
        prices = [{"number_type": kind, **_price(price)} for kind, price in NUMBER_A_MONTH.items()]
        return {
            **_country(country),
            "phone_number_prices": prices,
            "url": f"{HOST}/v1/PhoneNumbers/Countries/{country}",
        }

    @products.get("/v2/Voice/Countries/<country>")
    def price_of_calls(country: str) -> dict[str, object]:
        outbound = {"destination_prefixes": ["1"], "friendly_name": "Programmable Outbound Minute - United States"}
        return {
            **_country(country),
            "outbound_prefix_prices": [{**outbound, "origination_prefixes": ["ALL"], **_price(OUTBOUND_A_MINUTE)}],
            "inbound_call_prices": [{"number_type": kind, **_price(price)} for kind, price in INBOUND_A_MINUTE.items()],
            "url": f"{HOST}/v2/Voice/Countries/{country}",
        }

    @products.get("/v2/Voice/Numbers/<number>")
    def price_of_calls_to(number: str) -> dict[str, object]:
        if not E164.fullmatch(number):
            raise not_found()
        return {
            "destination_number": number,
            "origination_number": None,
            **_country(country_of(number)),
            "outbound_call_prices": [{"origination_prefixes": ["ALL"], **_price(OUTBOUND_A_MINUTE)}],
            "inbound_call_price": None,
            "url": f"{HOST}/v2/Voice/Numbers/{number}",
        }


def _country(country: str) -> dict[str, object]:
    if country not in UNITED_STATES:
        raise not_found()
    return {"country": COUNTRIES[country][0], "iso_country": country, "price_unit": "USD"}


def _price(price: Decimal) -> dict[str, object]:
    return {"base_price": float(price), "current_price": float(price)}

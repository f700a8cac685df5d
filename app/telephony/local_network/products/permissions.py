"""Voice dialing permissions: which countries may be called, and a change of many at once."""

import json
from collections.abc import Iterator

from flask import Blueprint, request

from app.telephony.local_network.account.permissions import COUNTRIES, GROUPS, Permissions
from app.telephony.local_network.products.paging import page_of
from app.telephony.local_network.rest.errors import RestError, not_found

HOST = "https://voice.twilio.com"
PLACE = "/v1/DialingPermissions"
FILTERS = {
    "IsoCode": "iso_code",
    "LowRiskNumbersEnabled": "low_risk_numbers_enabled",
    "HighRiskSpecialNumbersEnabled": "high_risk_special_numbers_enabled",
    "HighRiskTollfraudNumbersEnabled": "high_risk_tollfraud_numbers_enabled",
}


def add_permissions(products: Blueprint, permissions: Permissions) -> None:
    """Add list, fetch and the update of many countries."""

    @products.get(f"{PLACE}/Countries")
    def list_countries() -> dict[str, object]:
        found = [one for one in (_resource(permissions, code) for code in COUNTRIES) if _is_wanted(one)]
        return page_of(found, HOST, "content", lambda one: one)

    @products.get(f"{PLACE}/Countries/<country>")
    def fetch_country(country: str) -> dict[str, object]:
        if country not in COUNTRIES:
            raise not_found()
        return _resource(permissions, country)

    @products.post(f"{PLACE}/BulkCountryUpdates")
    def update_countries() -> tuple[dict[str, object], int]:
        text = request.form.get("UpdateRequest", "")
        changes = list(_read(text))
        for country, group, allowed in changes:
            setattr(permissions.by_country[country], group, allowed)
        return {"update_count": len({country for country, _, _ in changes}), "update_request": text}, 201


def _read(text: str) -> Iterator[tuple[str, str, bool]]:
    """Read `[{"iso_code": "US", "low_risk_numbers_enabled": "true", …}]`: country, group of numbers, and whether."""
    try:
        for update in json.loads(text):
            code = next(known for known in COUNTRIES if known == update["iso_code"])
            for group in GROUPS:
                if group in update:
                    yield code, group, str(update[group]).lower() == "true"
    except (ValueError, TypeError, KeyError, StopIteration):
        raise RestError(20001, "Invalid UpdateRequest") from None


def _is_wanted(country: dict[str, object]) -> bool:
    asked = {field: request.args[name].lower() for name, field in FILTERS.items() if name in request.args}
    return all(str(country[field]).lower() == value for field, value in asked.items())


def _resource(permissions: Permissions, code: str) -> dict[str, object]:
    name, continent, prefix = COUNTRIES[code]
    url = f"{HOST}{PLACE}/Countries/{code}"
    return {
        "iso_code": code,
        "name": name,
        "continent": continent,
        "country_codes": [prefix],
        **{group: getattr(permissions.by_country[code], group) for group in GROUPS},
        "url": url,
        "links": {"highrisk_special_prefixes": f"{url}/HighRiskSpecialPrefixes"},
    }

"""Which countries may be called (voice geographic permissions), each for three groups of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import phonenumbers

UNITED_STATES = ("US", "AS", "GU", "MP", "PR", "VI")
# Enough of the world to choose from: islands that share +1, and a few of the rest.
COUNTRIES = {
    "AS": ("American Samoa", "OCEANIA", "+1684"),
    "BS": ("Bahamas", "NORTH_AMERICA", "+1242"),
    "CA": ("Canada", "NORTH_AMERICA", "+1"),
    "CU": ("Cuba", "NORTH_AMERICA", "+53"),
    "DE": ("Germany", "EUROPE", "+49"),
    "DO": ("Dominican Republic", "NORTH_AMERICA", "+1809"),
    "GB": ("United Kingdom", "EUROPE", "+44"),
    "GU": ("Guam", "OCEANIA", "+1671"),
    "HT": ("Haiti", "NORTH_AMERICA", "+509"),
    "JM": ("Jamaica", "NORTH_AMERICA", "+1876"),
    "LV": ("Latvia", "EUROPE", "+371"),
    "MP": ("Northern Mariana Islands", "OCEANIA", "+1670"),
    "MX": ("Mexico", "NORTH_AMERICA", "+52"),
    "PR": ("Puerto Rico", "NORTH_AMERICA", "+1787"),
    "US": ("United States", "NORTH_AMERICA", "+1"),
    "VI": ("Virgin Islands, U.S.", "NORTH_AMERICA", "+1340"),
}


@dataclass
class Permission:
    """What is allowed of one country; the names are the API's."""

    low_risk_numbers_enabled: bool = False
    high_risk_special_numbers_enabled: bool = False
    high_risk_tollfraud_numbers_enabled: bool = False


GROUPS = tuple(field.name for field in fields(Permission))


class Permissions:
    """One permission for each country that the network knows."""

    def __init__(self) -> None:
        self.by_country = {code: Permission() for code in COUNTRIES}
        self.allow(UNITED_STATES)

    def allow(self, countries: Iterable[str]) -> None:
        """Let ordinary numbers of these countries be called."""
        for code in countries:
            self.by_country[code].low_risk_numbers_enabled = True

    def forbid(self, countries: Iterable[str]) -> None:
        """Let none of their numbers be called."""
        for code in countries:
            self.by_country[code] = Permission()

    def allows(self, number: str) -> bool:
        """Whether this number may be called; a country that is not known may not."""
        permission = self.by_country.get(country_of(number))
        return permission is not None and permission.low_risk_numbers_enabled


def country_of(number: str) -> str:
    """The country of an E.164 number; a North American one that is nobody's counts as American."""
    if number.startswith("+1"):
        return phonenumbers.region_code_for_number(phonenumbers.parse(number)) or "US"
    return next((code for code, (_, _, prefix) in COUNTRIES.items() if number.startswith(prefix)), "")

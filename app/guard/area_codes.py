"""What an area code of +1 says of a number: in which country it is rung, and whether anybody lives there at all.

Any ten digits of the right shape are a number: new area codes come several times a year, and the carrier knows which
are in use. Known here is only what they must not be: another country's, sold by the minute, toll-free, or nobody's.
"""

import re
from enum import StrEnum
from functools import cache

import phonenumbers

OURS = "US"
TERRITORIES = frozenset({"PR", "VI", "GU", "AS", "MP"})  # whose people are of this nation, by the library's names
# Codes with two equal last digits are for services (800, 900, 700, 411); the rest of the 5xx for machines and followers
# of their owners, of the 88x for toll-free numbers to come; 710 is the government's, 456 for calls from abroad.
SERVICES = re.compile(r"[2-9](\d)\1|5(?:2[1-9]|3[258]|4[2-9]|5[02-46]|6[69]|7[78]|8[89])|88\d|710|456")
TOLL_FREE = re.compile(r"8(?:00|22|33|44|55|66|77|88)")
NOBODYS = re.compile(r"[2-9]9\d")  # kept free for the day when numbers get longer


class Area(StrEnum):
    """What kind of area it is."""

    OURS = "ours"
    TERRITORY = "territory"
    FOREIGN = "foreign"
    TOLL_FREE = "toll-free"
    SERVICE = "service"
    NOBODYS = "nobodys"


@cache
def area_of(code: str) -> Area:
    """The kind of three digits with which a number of ten begins."""
    if NOBODYS.fullmatch(code):
        return Area.NOBODYS
    if TOLL_FREE.fullmatch(code):
        return Area.TOLL_FREE
    region = phonenumbers.region_code_for_number(phonenumbers.parse(f"+1{code}2345678"))
    if region not in (OURS, None):
        return Area.TERRITORY if region in TERRITORIES else Area.FOREIGN
    return Area.SERVICE if SERVICES.fullmatch(code) else Area.OURS

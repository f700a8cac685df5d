"""The numbers for sale: fictional ones, in every area code of the United States that is not sold out."""

import re
from dataclasses import dataclass, field

from app.telephony.local_network.account.permissions import country_of

WHERE_NOBODY_ASKS = ("617", "413", "508")
PLACES = {
    **dict.fromkeys(("617", "857"), "Boston"),
    **dict.fromkeys(("508", "774"), "Worcester"),
    **dict.fromkeys(("978", "351"), "Lowell"),
    **dict.fromkeys(("781", "339"), "Waltham"),
    "413": "Springfield",
}


@dataclass(frozen=True)
class Offer:
    """A number that can be bought; where the last digit is 9 it takes texts and no calls."""

    phone_number: str

    @property
    def area_code(self) -> str:
        """Its area code."""
        return self.phone_number[2:5]

    @property
    def has_voice(self) -> bool:
        """Whether it can be called, and call."""
        return not self.phone_number.endswith("9")

    @property
    def place(self) -> str | None:
        """The town it belongs to, as far as the network knows."""
        return PLACES.get(self.area_code)


@dataclass
class Stock:
    """What is left: `sold_out` are area codes, `gone` numbers; the next so many purchases somebody else makes first."""

    sold_out: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    somebody_is_faster: int = 0

    def offers(self, area_code: str = "") -> list[Offer]:
        """What is for sale there, or where nobody asks for a place."""
        codes = [area_code] if area_code else WHERE_NOBODY_ASKS
        return [offer for code in codes if self._sells_in(code) for offer in self._in(code)]

    def take(self, phone_number: str) -> Offer | None:
        """Take a number out of the stock; None if it is not there any more."""
        if self.somebody_is_faster:
            self.somebody_is_faster -= 1
            self.gone.add(phone_number)
        found = next((offer for offer in self.offers(phone_number[2:5]) if offer.phone_number == phone_number), None)
        self.gone.add(phone_number)
        return found

    def _sells_in(self, code: str) -> bool:
        known = re.fullmatch(r"[2-9]\d{2}", code) is not None
        return known and code not in self.sold_out and country_of(f"+1{code}5550110") == "US"

    def _in(self, code: str) -> list[Offer]:
        numbers = [f"+1{code}55501{last}" for last in range(10, 100)]
        return [Offer(number) for number in numbers if number not in self.gone]

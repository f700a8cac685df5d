"""The account itself, and everything that can happen to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Self

from app.telephony.local_network.account.caller_ids import CallerIds
from app.telephony.local_network.account.credentials import Credentials
from app.telephony.local_network.account.numbers import Numbers
from app.telephony.local_network.account.permissions import UNITED_STATES, Permissions
from app.telephony.local_network.account.prices import Billing
from app.telephony.local_network.account.profiles import APPROVED, Profiles
from app.telephony.local_network.account.stock import Stock

NOT_ACTIVE = 10001
TRIAL_CREDIT = Decimal("15.00")
USUAL_BALANCE = Decimal("100.00")


@dataclass
class Account:
    """What the carrier knows of its customer; each method is one thing that happens, and returns the account again.

    An account that is not active refuses calls with `refusal`: 10001 lets everything be read, 20005 and 20003 nothing.
    After a payment it may refuse the next `still_refuses` requests all the same. Its `billing` tells what calls cost.
    """

    credentials: Credentials
    numbers: Numbers
    opened: datetime
    status: str = "active"
    type: str = "Full"
    balance: Decimal = USUAL_BALANCE
    refusal: int = NOT_ACTIVE
    still_refuses: int = 0
    billing: Billing = field(default_factory=Billing)
    caller_ids: CallerIds = field(default_factory=CallerIds)
    profiles: Profiles = field(default_factory=Profiles)
    permissions: Permissions = field(default_factory=Permissions)
    stock: Stock = field(default_factory=Stock)

    def __post_init__(self) -> None:
        self.has_profile()

    @property
    def is_active(self) -> bool:
        """Whether it may place and receive calls."""
        return self.status == "active" and not self.still_refuses

    @property
    def is_trial(self) -> bool:
        """Whether nobody has paid yet."""
        return self.type == "Trial"

    def may_show(self, number: str) -> bool:
        """Whether calls may come from this number: one of its own that can call, or a verified one."""
        mine = {owned.phone_number for owned in self.numbers.all() if owned.has_voice}
        return number in mine or number in self.caller_ids

    def is_fresh(self) -> Self:
        """Be opened today: on trial, without a number, and nobody knows whose it is."""
        self.caller_ids = CallerIds()
        return self.loses_its_numbers().is_on_trial().has_no_profile()

    def is_on_trial(self) -> Self:
        """Have the credit that everybody gets to try: a notice first, and only verified numbers ring."""
        self.type, self.balance = "Trial", TRIAL_CREDIT
        return self

    def is_upgraded(self) -> Self:
        """Be paid for."""
        self.type, self.balance = "Full", USUAL_BALANCE
        return self

    def is_suspended(self, refusal: int = NOT_ACTIVE) -> Self:
        """Be stopped by the carrier: no calls out, and none in."""
        self.status, self.refusal = "suspended", refusal
        return self

    def runs_out_of_money(self) -> Self:
        """Fall below zero, and be suspended for it."""
        self.balance = Decimal("-0.42")
        return self.is_suspended()

    def loses_its_numbers(self) -> Self:
        """Have them taken back, as from somebody who has not paid for two months."""
        self.numbers.remove_all()
        return self

    def is_reinstated(self, *, still_refuses: int = 0) -> Self:
        """Be active again, after the next so many requests."""
        self.status, self.still_refuses = "active", still_refuses
        self.balance = max(self.balance, USUAL_BALANCE)
        return self

    def pays(self, price: Decimal) -> None:
        """Pay for something; what is then below zero is suspended."""
        self.balance -= price
        if self.balance < 0:
            self.is_suspended()

    def has_profile(self, status: str = APPROVED) -> Self:
        """Have a primary customer profile in this status."""
        profile = self.profiles.primary or self.profiles.add("Neighbors", "organizer@example.org", self.opened)
        profile.status = status
        return self

    def has_no_profile(self) -> Self:
        """Have told the carrier nothing about who it is."""
        self.profiles = Profiles()
        return self

    def verifies(self, *phone_numbers: str) -> Self:
        """Have proved that these telephones are its own."""
        for phone_number in phone_numbers:
            self.caller_ids.add(phone_number, self.opened)
        return self

    def may_call(self, countries: Iterable[str] = UNITED_STATES) -> Self:
        """Be allowed to call these countries."""
        self.permissions.allow(countries)
        return self

    def may_not_call(self, countries: Iterable[str] = UNITED_STATES) -> Self:
        """Be allowed no call to these countries."""
        self.permissions.forbid(countries)
        return self

    def takes_voice_away(self) -> Self:
        """Have numbers that take texts only."""
        for number in self.numbers.all():
            number.has_voice = False
        return self

    def gives_voice_back(self) -> Self:
        """Have numbers that can be called, and call."""
        for number in self.numbers.all():
            number.has_voice = True
        return self

    def is_too_late(self) -> Self:
        """See somebody else buy the number that it asks for next."""
        self.stock.somebody_is_faster += 1
        return self

    def owns(self, how_many: int) -> Self:
        """Own so many numbers, at least."""
        offers = (offer for code in range(200, 1000) for offer in self.stock.offers(str(code)) if offer.has_voice)
        while len(self.numbers.all()) < how_many:
            self.numbers.add(next(offers).phone_number, self.opened)
        return self

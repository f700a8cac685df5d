"""What is asked of a carrier about our account. Every method may raise CarrierError, and none asks twice by itself."""

from dataclasses import dataclass
from typing import Protocol

from app.telephony.account.facts import Account, NumberForSale, OurNumber, Permissions, Profile
from app.telephony.money import Money
from app.telephony.number_setup import NumberSetup


class AccountApi(Protocol):
    """The account itself."""

    def account(self) -> Account:
        """How it stands."""

    def takes_key(self) -> bool | None:
        """Whether it takes the API key for calls; None where there is none."""

    def balance(self) -> Money:
        """What is left to spend."""

    def profile(self) -> Profile:
        """How far its customer profile is."""

    def permissions(self) -> Permissions:
        """Whom it may ring."""

    def permit_only_ours(self, now: Permissions) -> None:
        """Let it ring the United States and their territories, and nobody else."""

    def verified_numbers(self) -> list[str]:
        """The numbers that a trial account may ring."""

    def number_price(self) -> Money:
        """What a number costs a month."""

    def call_price(self, sid: str) -> Money | None:
        """What a call cost, with the legs dialed from within; None as long as the carrier does not say."""


class NumbersApi(Protocol):
    """Its numbers."""

    def owned(self) -> list[OurNumber]:
        """All of them."""

    def find(self, number: str) -> OurNumber | None:
        """This one, None if the account does not own it."""

    def connect(self, number: str, setup: NumberSetup) -> bool:
        """Set the number up so; False if the account does not own it."""

    def for_sale(self, area_code: str) -> list[NumberForSale]:
        """Numbers of this area that can be bought."""

    def buy(self, number: str, setup: NumberSetup) -> None:
        """Buy it, set up so. Where the answer was lost it may be ours: look before asking again."""


@dataclass(frozen=True)
class Vendor:
    """Both, passed in by entry points."""

    account: AccountApi
    numbers: NumbersApi

"""What the carrier tells of our account, in our words: each value is one answer of its."""

from dataclasses import dataclass
from enum import StrEnum

from app.telephony.number_setup import NumberSetup


class Standing(StrEnum):
    """How an account stands."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class Profile(StrEnum):
    """How far the customer profile is without which the carrier rings nobody in the United States."""

    APPROVED = "approved"
    IN_REVIEW = "in-review"
    REJECTED = "rejected"
    BEGUN = "begun"
    MISSING = "missing"


@dataclass(frozen=True)
class Account:
    """The account itself."""

    standing: Standing
    is_trial: bool
    name: str


@dataclass(frozen=True)
class OurNumber:
    """A number that the account owns. `hijacked_by` are what the carrier asks in place of the URLs of its setup."""

    sid: str
    e164: str
    name: str
    has_voice: bool
    setup: NumberSetup
    hijacked_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class NumberForSale:
    """A number that can be bought, and where its area code and first digits are at home."""

    e164: str
    place: str


@dataclass(frozen=True)
class Permissions:
    """The countries, by their codes, that the account may ring."""

    may_ring: frozenset[str]
    may_ring_costly: frozenset[str]

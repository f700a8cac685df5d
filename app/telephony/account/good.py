"""Whether that is right without which nobody is rung; None where the carrier does not tell."""

from app.telephony.account.api import Vendor
from app.telephony.account.facts import Profile, Standing
from app.telephony.carrier import CarrierError, CarrierRefused
from app.telephony.faults import Whose, fault_of


def account_is_good(vendor: Vendor) -> bool | None:
    """Whether the account is active and has money."""
    try:
        return vendor.account.account().standing is Standing.ACTIVE and not _is_empty(vendor)
    except CarrierRefused as refusal:
        return False if fault_of(refusal.code).whose is Whose.OURS else None  # not every carrier tells of accounts
    except CarrierError:
        return None


def _is_empty(vendor: Vendor) -> bool:
    """Whether there is no money left; not every carrier tells."""
    try:
        return vendor.account.balance().amount <= 0
    except CarrierError:
        return False


def profile_is_good(vendor: Vendor) -> bool | None:
    """Whether its customer profile is approved."""
    try:
        return vendor.account.profile() is Profile.APPROVED
    except CarrierError:
        return None


def owns(vendor: Vendor, number: str) -> bool | None:
    """Whether calls may come from this number: it is the account's, or was verified there."""
    try:
        return vendor.numbers.find(number) is not None or number in vendor.account.verified_numbers()
    except CarrierError:
        return None

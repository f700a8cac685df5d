"""The carrier of the settings, to be asked about our account."""

from app.config import Settings
from app.telephony.account.api import Vendor
from app.telephony.account.numbers import AccountNumbers
from app.telephony.account.twilio_account import TwilioAccount


def vendor_of(settings: Settings) -> Vendor:
    """By the official client; it waits for every answer as long as the settings say, and no longer."""
    return Vendor(TwilioAccount(settings), AccountNumbers(settings))

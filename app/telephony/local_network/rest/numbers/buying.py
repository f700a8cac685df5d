"""A number is bought: by its digits, or any one of an area code."""

from datetime import datetime

from werkzeug.datastructures import MultiDict

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.numbers import OwnedNumber
from app.telephony.local_network.account.prices import NUMBER_A_MONTH
from app.telephony.local_network.account.refusing import not_active
from app.telephony.local_network.rest.errors import RestError, not_allowed
from app.telephony.local_network.rest.validation import E164


def buy(account: Account, form: MultiDict[str, str], now: datetime) -> OwnedNumber:
    """Take the number out of the stock, and its price from the balance.

    Raises:
        RestError: 21421 for what is no number, 21422 for one that is not for sale (any more), 21452 where the area
            code has none, 21404 where a trial account has one already, 10001 where the account is not active.
    """
    if refused := not_active(account):
        raise not_allowed(refused)
    if account.is_trial and account.numbers.all():
        raise RestError(21404, "Trial accounts are allowed only one Twilio phone number.")
    phone_number = form.get("PhoneNumber", "") or _any_in(account, form.get("AreaCode", ""))
    if not E164.fullmatch(phone_number):
        raise RestError(21421, f"{phone_number} is not a valid phone number.")
    offer = account.stock.take(phone_number)
    if offer is None or phone_number in account.numbers:
        raise RestError(21422, f"{phone_number} is not available.")
    number = account.numbers.add(phone_number, now)
    number.has_voice = offer.has_voice
    account.pays(NUMBER_A_MONTH["local"])
    return number


def _any_in(account: Account, area_code: str) -> str:
    offers = account.stock.offers(area_code) if area_code else []
    if area_code and not offers:
        raise RestError(21452, f"No phone numbers found in area code {area_code}.")
    return offers[0].phone_number if offers else ""

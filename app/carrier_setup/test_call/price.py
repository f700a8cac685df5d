"""What a test call cost: all its legs together, once the carrier says so."""

from collections.abc import Iterable

from app.telephony.account.api import AccountApi
from app.telephony.account.facts import Money


def price_of(account: AccountApi, sids: Iterable[str]) -> Money | None:
    """What these calls cost; None as long as the carrier does not say of each.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    total: Money | None = None
    for sid in sids:
        price = account.call_price(sid)
        if price is None:
            return None
        total = Money(price.amount + (total.amount if total else 0), price.currency)
    return total

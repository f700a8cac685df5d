"""What a test call cost: all its legs together, once the carrier says so."""

from collections.abc import Iterable

from app.store.unit import Unit
from app.telephony.account.api import AccountApi
from app.telephony.money import Money
from models import TestCall


def ask_price(work: Unit, account: AccountApi, call_id: int) -> None:
    """Keep what the call cost, if the carrier says so by now; commits before it is asked.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    call = work.session.get_one(TestCall, call_id)
    sids = tuple(filter(None, (call.leg_sid, call.office_sid)))
    work.commit_so_far()
    price = _price_of(account, sids)
    if price is not None:
        work.session.get_one(TestCall, call_id).price = str(price)


def _price_of(account: AccountApi, sids: Iterable[str]) -> Money | None:
    """What these calls cost together; None as long as the carrier does not say of each."""
    total: Money | None = None
    for sid in sids:
        price = account.call_price(sid)
        if price is None:
            return None
        total = Money(price.amount + (total.amount if total else 0), price.currency)
    return total

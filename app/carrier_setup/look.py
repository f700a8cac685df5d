"""Asks the carrier everything that has to be right before supporters can be rung."""

from collections.abc import Callable, Iterator, Mapping

from app.carrier_setup.looked import KEY, Looked, LookedNumber
from app.telephony.account.api import Vendor
from app.telephony.account.facts import Standing
from app.telephony.account.territories import OURS
from app.telephony.carrier import CarrierError, CarrierRefused

LOW = 5  # dollars: about forty calls
MOST_NAMED = 5

Facts = Mapping[str, object]
Question = tuple[str, Callable[[], Facts]]


def look(vendor: Vendor, account_sid: str, reaches_us: Callable[[], bool]) -> Looked:
    """Ask one question after the other. Where one gets no answer in time the rest is not asked: it would not either."""
    found: dict[str, object] = {"account_sid": account_sid}
    try:
        found |= _account(vendor)
    except CarrierRefused as refusal:
        return Looked.model_validate(found | {"refused": refusal.code or 0})
    except CarrierError:
        return Looked.model_validate(found | {"silent_at": "account"})
    for name, ask in _further(vendor, found):
        try:
            found |= ask()
        except CarrierRefused:  # not every carrier knows of everything
            continue
        except CarrierError:
            found["silent_at"] = name
            break
    found["reached"] = reaches_us()
    return Looked.model_validate(found)


def _further(vendor: Vendor, found: Facts) -> Iterator[Question]:
    if found["standing"] is Standing.CLOSED:
        return
    if found["standing"] is Standing.ACTIVE:  # any other refuses a good key too
        yield KEY, lambda: {"takes_key": vendor.account.takes_key()}
    yield "numbers", lambda: {"numbers": tuple(LookedNumber.of(one) for one in vendor.numbers.owned())}
    yield "balance", lambda: _balance(vendor)
    yield "customer profile", lambda: {"profile": vendor.account.profile()}
    yield "permissions", lambda: _permissions(vendor)
    if found["is_trial"]:
        yield "verified numbers", lambda: {"verified": len(vendor.account.verified_numbers())}


def _account(vendor: Vendor) -> Facts:
    account = vendor.account.account()
    return {"standing": account.standing, "is_trial": account.is_trial, "name": account.name}


def _balance(vendor: Vendor) -> Facts:
    money = vendor.account.balance()
    return {"balance": str(money), "is_out_of_money": money.amount <= 0, "is_low": money.amount < LOW}


def _permissions(vendor: Vendor) -> Facts:
    told = vendor.account.permissions()
    beyond = sorted((told.may_ring | told.may_ring_costly) - OURS) or sorted(told.may_ring_costly)
    return {"may_ring_home": "US" in told.may_ring, "beyond_home": tuple(beyond)}

"""The code of a call that was agreed on: told on its page and on the phone, keyed on the hotline by the same number.

It is made anew from the call whenever it is needed, and kept nowhere. A caller ID alone, which anybody may claim, tells
nothing of an agreed call and cancels none; nor does a code without it, of which there are few.
"""

from collections.abc import Iterable

from app.calls.later.bookings import Booking
from app.guard.phone_vault import PhoneVault

PURPOSE = "agreed call"
FIRST, END = 10_000, 100_000  # five digits are all that one keys without pound; no ZIP code of ours begins so


def code_of(vault: PhoneVault, call_id: int) -> str:
    """Five digits."""
    known = int.from_bytes(vault.fingerprint(str(call_id), purpose=PURPOSE))
    return str(FIRST + known % (END - FIRST))


def booking_of(vault: PhoneVault, bookings: Iterable[Booking], keys: str) -> Booking | None:
    """That which has this code."""
    return next((one for one in bookings if code_of(vault, one.call_id) == keys), None)

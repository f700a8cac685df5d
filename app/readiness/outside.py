"""Whom a check may ask outside of this program: passed in by whoever checks, never imported."""

from collections.abc import Callable
from dataclasses import dataclass

from app.telephony.number_setup import NumberSetup


@dataclass(frozen=True)
class Outside:
    """The carrier, and this server as others see it.

    `account_status` is the carrier's HTTP status for our account, None where it cannot be reached. `setup_of` says how
    the carrier has set a number up, None where the account does not own it, and may raise CarrierError. `answers` says
    whether there is a server at an address.
    """

    account_status: Callable[[], int | None]
    setup_of: Callable[[str], NumberSetup | None]
    answers: Callable[[str], bool]

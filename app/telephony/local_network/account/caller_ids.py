"""OutgoingCallerIds: numbers of other telephones that the account has proved to be its own."""

from dataclasses import dataclass
from datetime import datetime

from app.telephony.local_network.account.sids import sid_of


@dataclass(frozen=True)
class CallerId:
    """A verified number: it may be shown, and a trial account may ring it."""

    sid: str
    phone_number: str
    friendly_name: str
    created: datetime


class CallerIds:
    """The verified numbers, by number."""

    def __init__(self) -> None:
        self._verified: dict[str, CallerId] = {}

    def __contains__(self, phone_number: object) -> bool:
        return phone_number in self._verified

    def add(self, phone_number: str, created: datetime, friendly_name: str = "") -> CallerId:
        """Verify a number, if it is not, and return it."""
        new = CallerId(sid_of("PN", "verified", phone_number), phone_number, friendly_name, created)
        return self._verified.setdefault(phone_number, new)

    def all(self) -> list[CallerId]:
        """Every verified number, first verified first."""
        return list(self._verified.values())

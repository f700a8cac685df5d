"""The phone numbers the account owns, and what happens when somebody dials one."""

import random
from dataclasses import dataclass, field
from datetime import datetime

from app.telephony.local_network.addresses import Address, Subscription


@dataclass
class OwnedNumber:
    """One IncomingPhoneNumber; without a `voice_url` its calls cannot be answered."""

    sid: str
    phone_number: str
    created: datetime
    friendly_name: str = ""
    voice_url: str = ""
    voice_method: str = "POST"
    voice_fallback_url: str = ""
    voice_fallback_method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    voice_application_sid: str = ""
    trunk_sid: str = ""
    has_voice: bool = True
    updated: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.updated = self.created

    @property
    def calls_go_elsewhere(self) -> str:
        """Why its calls do not ask the voice URL, "" where they do: a trunk or an application wins over it."""
        if not self.has_voice:
            return "The number takes no calls."
        return "The number's calls go elsewhere." if self.trunk_sid or self.voice_application_sid else ""

    @property
    def address(self) -> Address:
        """Where its calls ask what to do."""
        return Address(self.voice_url, self.voice_method)

    @property
    def fallback(self) -> Address | None:
        """Where they ask when that fails."""
        return Address(self.voice_fallback_url, self.voice_fallback_method) if self.voice_fallback_url else None

    @property
    def callback(self) -> Subscription | None:
        """Who hears that such a call is over."""
        return Subscription(self.status_callback, self.status_callback_method) if self.status_callback else None


class Numbers:
    """Owned numbers by E.164 number and by SID."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._owned: dict[str, OwnedNumber] = {}
        self._removed: dict[str, OwnedNumber] = {}

    def __contains__(self, phone_number: object) -> bool:
        return phone_number in self._owned

    def add(self, phone_number: str, created: datetime) -> OwnedNumber:
        """Own a number, if it is not owned yet, and return it."""
        sid = f"PN{self._chance.getrandbits(128):032x}"
        return self._owned.setdefault(phone_number, OwnedNumber(sid, phone_number, created))

    def remove(self, number: OwnedNumber) -> None:
        """Give a number back."""
        del self._owned[number.phone_number]

    def remove_all(self) -> None:
        """Own none; `restore` brings them back."""
        self._removed, self._owned = self._owned | self._removed, {}

    def restore(self) -> None:
        """Own those again that were removed all at once."""
        self._owned, self._removed = self._removed | self._owned, {}

    def all(self) -> list[OwnedNumber]:
        """Every owned number, first owned first."""
        return list(self._owned.values())

    def find(self, name: str) -> OwnedNumber:
        """Return a number by its digits or SID.

        Raises:
            LookupError: it is not owned.
        """
        for number in self._owned.values():
            if name in (number.phone_number, number.sid):
                return number
        raise LookupError(f"{name} is no number of this network.")

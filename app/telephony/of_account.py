"""The carrier with whatever account is in force: one that is set up while the program runs is used at once."""

from collections.abc import Callable
from datetime import datetime

from app.config import Settings
from app.telephony.carrier import Carrier, CarrierLeg, RingRequest
from app.telephony.twilio_carrier import TwilioCarrier


class CarrierOfAccount:
    """Asks each time with the account of these settings (see `Carrier`). A client is large: each is made once."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._made: tuple[Settings, Carrier] | None = None

    def ring(self, request: RingRequest) -> str:
        """Ask it to ring a phone."""
        return self._now().ring(request)

    def end(self, sid: str) -> None:
        """End a leg."""
        self._now().end(sid)

    def leg(self, sid: str) -> CarrierLeg | None:
        """Fetch one leg."""
        return self._now().leg(sid)

    def child_legs(self, sid: str) -> list[CarrierLeg]:
        """Fetch the legs dialled from within this one."""
        return self._now().child_legs(sid)

    def forget(self, sid: str) -> None:
        """Have it delete its record of a leg."""
        self._now().forget(sid)

    def legs_to(self, number: str, *, caller_id: str | None, since: datetime) -> list[CarrierLeg]:
        """Fetch the legs on which `caller_id`, or whichever, rang `number` since then."""
        return self._now().legs_to(number, caller_id=caller_id, since=since)

    def _now(self) -> Carrier:
        settings, made = self._settings(), self._made
        if made is None or made[0] is not settings:
            made = self._made = (settings, TwilioCarrier(settings))
        return made[1]

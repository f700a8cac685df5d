"""What a step works with beside the call: passed in by whoever lets it be taken, never imported."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.calls.steps.heard import Heard
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import PHONE
from models import WhomToCall


@dataclass(frozen=True)
class AtHand:
    """The session, what the app was given, and what was heard. `whom_to_call` is tried instead of the campaign's."""

    session: Session
    vault: PhoneVault
    clock: Clock
    settings: Settings
    heard: Heard
    whom_to_call: WhomToCall | None = None

    @property
    def caller_hash(self) -> bytes | None:
        """By which earlier calls of whoever dialed in are found, None where they withhold their number."""
        number = self.heard.caller
        return self.vault.fingerprint(number, purpose=PHONE) if number else None

"""What a step works with beside the call: passed in by whoever lets it be taken, never imported."""

from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.calls.steps.heard import Heard
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import PHONE
from app.store.unit import LightUnit
from models import WhomToCall


@dataclass(frozen=True)
class AtHand:
    """The unit, what the app was given, and what was heard. `whom_to_call` is tried instead of the campaign's."""

    work: LightUnit
    vault: PhoneVault
    clock: Clock
    settings: Settings
    heard: Heard
    whom_to_call: WhomToCall | None = None

    @property
    def connection(self) -> Connection:
        """For statements that are built once."""
        return self.work.connection

    @property
    def session(self) -> Session:
        """For everything else."""
        return self.work.session

    @property
    def caller_hash(self) -> bytes | None:
        """By which earlier calls of whoever dialed in are found, None where they withhold their number."""
        number = self.heard.caller
        return self.vault.fingerprint(number, purpose=PHONE) if number else None

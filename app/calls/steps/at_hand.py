"""What a step works with beside the call: passed in by whoever lets it be taken, never imported."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.calls.steps.heard import Heard
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault
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

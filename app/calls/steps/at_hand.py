"""What a step works with beside the call: passed in by whoever lets it be taken, never imported."""

from dataclasses import dataclass, field, replace

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.calls.shown.call import CallFacts
from app.calls.steps.heard import Heard
from app.calls.steps.lately import Lately, MadeOf
from app.campaigns.in_force import CampaignWords
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.store.unit import LightUnit
from models import WhomToCall
from voice_flows.known import Known


@dataclass(frozen=True)
class AtHand:
    """The unit, what the app was given, and what was heard.

    `words` are tried instead of the campaign's, `whom_to_call` instead of theirs. `known` keeps what the flows may know
    at each rank, once that was put together, and `lately` how turns that were taken in this process left their calls.
    """

    work: LightUnit
    vault: PhoneVault
    clock: Clock
    settings: Settings
    heard: Heard
    whom_to_call: WhomToCall | None = None
    words: CampaignWords | None = None
    lately: Lately = field(default_factory=Lately)
    known: dict[int, tuple[MadeOf, Known]] = field(default_factory=dict, init=False, compare=False)

    @property
    def connection(self) -> Connection:
        """For statements that are built once."""
        return self.work.connection

    @property
    def session(self) -> Session:
        """For everything else."""
        return self.work.session

    @property
    def caller_marks(self) -> tuple[bytes, ...]:
        """By which earlier calls of whoever dialed in are found, none where they withhold their number."""
        number = self.heard.caller
        return self.vault.marks(number).held if number else ()

    def words_of(self, call: CallFacts) -> CampaignWords:
        """What the campaign of this call says, and whom it calls."""
        words = self.words or call.words(self.connection)
        return replace(words, whom_to_call=self.whom_to_call) if self.whom_to_call else words

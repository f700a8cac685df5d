"""The URLs we hand to the carrier: absolute, ASCII, without a query, and with one opaque token for the call."""

from dataclasses import dataclass
from functools import lru_cache

from app.guard.tokens import Tokens

PURPOSE = "voice"

# What the carrier asks when somebody dials a campaign's number, and where it tells that they hung up.
HOTLINE, HOTLINE_STATUS, HOTLINE_FALLBACK = "/voice/hotline", "/voice/hotline/status", "/voice/hotline/fallback"

# How the carrier may try again (its connection overrides; the fragment is never sent and not signed):
# a question to speak is asked twice more if the connection or the server fails, a status report three times.
TURN_RETRIES = "#rc=2&rp=ct,5xx&rt=4000"
STATUS_RETRIES = "#rc=3&rp=all"


@lru_cache(maxsize=4096)
def _token(tokens: Tokens, call_id: int) -> str:
    """The call's: the same at every turn of it."""
    return tokens.sign(PURPOSE, call_id)


@dataclass(frozen=True)
class VoiceUrls:
    """The URLs of one call."""

    base_url: str
    token: str

    @classmethod
    def of_call(cls, base_url: str, tokens: Tokens, call_id: int) -> "VoiceUrls":
        """The URLs of the call with this id."""
        return cls(base_url, _token(tokens, call_id))

    def first_turn(self) -> str:
        """Asked when the supporter picks up."""
        return f"{self.base_url}/voice/{self.token}/answered{TURN_RETRIES}"

    def next_turn(self, step: str, rank: int, turn: int) -> str:
        """Asked with what was heard at `step`, the call's `turn`-th, about the office at `rank`."""
        return f"{self.base_url}/voice/{self.token}/after/{step}/{rank}/{turn}{TURN_RETRIES}"

    def status(self) -> str:
        """Told of the progress of the supporter's leg."""
        return f"{self.base_url}/voice/{self.token}/status{STATUS_RETRIES}"

    def office_status(self, rank: int) -> str:
        """Told of the progress of the leg to the office at `rank`."""
        return f"{self.base_url}/voice/{self.token}/status/{rank}{STATUS_RETRIES}"

    def machine(self, rank: int) -> str:
        """Told what the carrier takes the voice for that picked up at the office at `rank`."""
        return f"{self.base_url}/voice/{self.token}/machine/{rank}{STATUS_RETRIES}"

    def fallback(self) -> str:
        """Asked when another URL failed."""
        return f"{self.base_url}/voice/{self.token}/fallback"

"""The URLs we hand to the carrier: absolute, ASCII, without a query, and with one opaque token for the call."""

from dataclasses import dataclass
from functools import lru_cache

from app.guard.tokens import Tokens

PURPOSE = "voice"

# What the carrier asks when somebody dials a campaign's number, and where it tells that they hung up.
HOTLINE, HOTLINE_STATUS, HOTLINE_FALLBACK = "/voice/hotline", "/voice/hotline/status", "/voice/hotline/fallback"

# How the carrier may try again (its connection overrides; the fragment is never sent, and Twilio does not sign it):
# a question to speak is asked twice more if the connection or the server fails, a status report three times.
TURN_RETRIES = "#rc=2&rp=ct,5xx&rt=4000"
STATUS_RETRIES = "#rc=3&rp=all"
RETRIES = {"answered": TURN_RETRIES, "after": TURN_RETRIES, "status": STATUS_RETRIES, "machine": STATUS_RETRIES}


@lru_cache(maxsize=4096)
def _token(tokens: Tokens, call_id: int) -> str:
    """The call's: the same at every turn of it."""
    return tokens.sign(PURPOSE, call_id)


def fragment_of(path: str) -> str:
    """The fragment with which this URL of a call is handed out to a carrier that reads them; most have none."""
    return RETRIES.get(path.removeprefix("/voice/").partition("/")[2].partition("/")[0], "")


@dataclass(frozen=True)
class VoiceUrls:
    """The URLs of one call; with a fragment where the carrier `reads_fragments`.

    `elsewhere` is a document that answers when this server does not, if there is one.
    """

    base_url: str
    token: str
    reads_fragments: bool = True
    elsewhere: str = ""

    @classmethod
    def of_call(cls, base_url: str, tokens: Tokens, call_id: int, *, reads_fragments: bool = True) -> "VoiceUrls":
        """The URLs of the call with this id."""
        return cls(base_url, _token(tokens, call_id), reads_fragments)

    def first_turn(self) -> str:
        """Asked when the supporter picks up."""
        return self._url("answered")

    def next_turn(self, step: str, rank: int, turn: int, since: int | None = None) -> str:
        """Asked with what was heard at `step`, the call's `turn`-th, about the office at `rank`.

        `since` is when it began to be said, in seconds of the epoch, where that matters.
        """
        return self._url("after", f"/{step}/{rank}/{turn}" + ("" if since is None else f"/{since}"))

    def status(self) -> str:
        """Told of the progress of the supporter's leg."""
        return self._url("status")

    def office_status(self, rank: int) -> str:
        """Told of the progress of the leg to the office at `rank`."""
        return self._url("status", f"/{rank}")

    def machine(self, rank: int) -> str:
        """Told what the carrier takes the voice for that picked up at the office at `rank`."""
        return self._url("machine", f"/{rank}")

    def fallback(self) -> str:
        """Asked when another URL failed."""
        return self.elsewhere or self._url("fallback")

    def _url(self, what: str, of: str = "") -> str:
        fragment = RETRIES.get(what, "") if self.reads_fragments else ""
        return f"{self.base_url}/voice/{self.token}/{what}{of}{fragment}"

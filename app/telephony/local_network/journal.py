"""Everything that happened on the network, numbered, for tests, transcripts and the handset page."""

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

Who = Literal["program", "supporter", "office"]
Level = Literal["warning", "error"]
LONGEST_MEMORY = 50_000


@dataclass(frozen=True)
class Line:
    """Something said or keyed; `at` is seconds since the call was made, `heard_on` the legs' SIDs."""

    who: Who
    text: str | None
    keys: str | None
    at: float
    call_sid: str = ""
    heard_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """A webhook the network sent; `kind` is "turn", "fallback", "status" or "audio".

    `log` is what the app said in its `Ringdown-Log` header; `failure` is "ct", "rt", "redirects" or None.
    """

    kind: str
    method: str
    url: str
    path: str
    signed: bool
    status: int | None
    call_sid: str
    parameters: Mapping[str, str]
    body: str
    milliseconds: int
    idempotency_token: str
    at: float
    failure: str | None = None
    log: str = ""

    @property
    def body_twiml(self) -> str:
        """The TwiML that came back, "" where something else did."""
        return self.body if self.body.lstrip().startswith("<") else ""


@dataclass(frozen=True)
class RestCall:
    """A request the app made to the network's REST API."""

    method: str
    path: str
    status: int
    at: float


@dataclass(frozen=True)
class Notice:
    """A warning or an error; `code` is Twilio's number for it, `name` ours."""

    level: Level
    name: str
    code: int
    text: str
    call_sid: str
    at: float


Entry = Line | Request | RestCall | Notice
Kind = TypeVar("Kind", Line, Request, RestCall, Notice)


@dataclass
class Journal:
    """Numbered entries from 1; written by the engine and the server, read by anybody."""

    _entries: deque[tuple[int, Entry]] = field(default_factory=lambda: deque(maxlen=LONGEST_MEMORY))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _last: int = 0

    def write(self, entry: Entry) -> None:
        """Add an entry."""
        with self._lock:
            self._last += 1
            self._entries.append((self._last, entry))

    def after(self, number: int) -> list[tuple[int, Entry]]:
        """Entries written after that number, oldest first."""
        with self._lock:
            return [(place, entry) for place, entry in self._entries if place > number]

    def all_of(self, kind: type[Kind]) -> list[Kind]:
        """Every entry of one kind, oldest first."""
        return [entry for _, entry in self.after(0) if isinstance(entry, kind)]

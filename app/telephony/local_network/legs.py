"""A leg: one telephone connection, from being asked for to its end, and what can be done to it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from requests.cookies import RequestsCookieJar

from app.telephony.local_network.addresses import Address, Subscription
from app.telephony.local_network.timing.clock import Clock

OVER = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})
SIP_CODES = {"completed": 200, "busy": 486, "no-answer": 487, "failed": 404, "canceled": 487}
FOUR_HOURS = 14_400


@dataclass(frozen=True)
class Heard:
    """One thing a caller did: pressed a key, or said something (`seconds` long)."""

    key: str = ""
    speech: str = ""
    seconds: float = 0.0


@dataclass(eq=False)
class Leg:
    """Lives on the engine's thread; times are the clock's, `tell` hears of each progress event.

    `queued_for` is in milliseconds. `status` knows "initiated", which REST does not (see rest/resources). Where a
    number of the account is rung from within it, nobody holds a phone: the `far_end` is the leg that comes in there.
    """

    sid: str
    to: str
    caller: str
    direction: str
    clock: Clock
    tell: Callable[["Leg", str], None]
    parent: "Leg | None" = None
    status: str = "queued"
    queued_for: int = 0
    callback: Subscription | None = None
    fallback: Address | None = None
    time_limit: float = FOUR_HOURS
    sip_code: int | None = None
    children: list["Leg"] = field(default_factory=list)
    created: datetime = field(init=False)
    created_at: float = field(init=False)
    dialled: datetime | None = None
    answered_at: float | None = None
    ended: datetime | None = None
    seconds: int | None = None
    updated: datetime = field(init=False)
    sequence: int = 0
    other_side: "Leg | None" = None
    far_end: "Leg | None" = None
    star_ends: bool = False
    listening: str = ""
    heard: asyncio.Queue[Heard] = field(default_factory=asyncio.Queue)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    timers: list[asyncio.TimerHandle] = field(default_factory=list)
    story: asyncio.Task[None] | None = None
    webhook_turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    cookies: RequestsCookieJar = field(default_factory=RequestsCookieJar)

    def __post_init__(self) -> None:
        self.created = self.updated = self.clock.now()
        self.created_at = self.clock.seconds()
        if self.parent:
            self.parent.children.append(self)

    @property
    def call(self) -> "Leg":
        """The leg the call began with."""
        return self.parent.call if self.parent else self

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen on it."""
        return self.status in OVER

    @property
    def is_answered(self) -> bool:
        """Whether two ends are connected now."""
        return self.status == "in-progress"

    @property
    def talked_for(self) -> int:
        """Whole seconds since it was answered, 0 before."""
        return 0 if self.answered_at is None else round(self.clock.seconds() - self.answered_at)

    def move(self, status: str) -> None:
        """Enter "initiated" or "ringing"."""
        self.status, self.updated = status, self.clock.now()
        self.dialled = self.dialled or self.updated
        self.tell(self, status)

    def answer(self) -> None:
        """Pick up, if it is ringing."""
        if self.status != "ringing":
            return
        self.status, self.updated, self.answered_at = "in-progress", self.clock.now(), self.clock.seconds()
        self.later(self.time_limit, lambda: self.end("completed"))
        self.tell(self, "answered")
        self.settled.set()

    def end(self, status: str, sip_code: int | None = None) -> None:
        """Be over with that status, and with it every leg that hangs on this one; once is enough."""
        if self.is_over:
            return
        for child in self.children:
            child.end("completed" if child.is_answered else "canceled")
        self.seconds = self.talked_for if self.answered_at is not None else None
        self.status, self.sip_code = status, sip_code or SIP_CODES[status]
        self.ended = self.updated = self.clock.now()
        self.tell(self, "completed")
        self._let_go()

    def hang_up(self) -> None:
        """What the person at this phone does: decline, abandon, or hang up."""
        if self.is_answered:
            self.end("completed")
        elif self.direction == "inbound":
            self.end("canceled")
        else:
            self.end("busy", 603)

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something later, unless the leg is over by then."""
        self.timers.append(asyncio.get_running_loop().call_later(seconds, action))

    def _let_go(self) -> None:
        for timer in self.timers:
            timer.cancel()
        if self.other_side:
            self.other_side.other_side = None
        self.other_side, self.listening = None, ""
        self.settled.set()
        self.over.set()
        if self.story and self.story is not asyncio.current_task():
            self.story.cancel()

"""The exchange: places and receives calls, and knows every leg there was."""

import asyncio
import random
import uuid
from dataclasses import dataclass, field

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.numbers import OwnedNumber
from app.telephony.local_network.account.refusing import not_active, not_to_call
from app.telephony.local_network.addresses import Address, Subscription, Turn
from app.telephony.local_network.faults import FaultMaker
from app.telephony.local_network.journal import Journal, Level, Notice
from app.telephony.local_network.legs import FOUR_HOURS, Leg
from app.telephony.local_network.own_words import is_entered, is_noticed
from app.telephony.local_network.phones.captions import Captions
from app.telephony.local_network.phones.coming_in import comes_in_as, share
from app.telephony.local_network.phones.hands import Hands
from app.telephony.local_network.phones.sounds import Sound
from app.telephony.local_network.program import Program
from app.telephony.local_network.stage import Stage
from app.telephony.local_network.timing.clock import Clock
from app.telephony.local_network.timing.pace import Pace
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.twiml.reading import CallError
from app.telephony.local_network.ways import Ways
from app.telephony.local_network.webhooks.asking import Webhooks
from app.telephony.local_network.webhooks.callbacks import Callbacks
from app.telephony.local_network.webhooks.documents import Documents

VERIFIES_FROM = "+14155550100"
OWN_PLACE = "https://carrier.invalid/"
RINGS_FOR = 60.0
TRIAL_SECONDS = 600.0


@dataclass(frozen=True)
class Order:
    """A call to place; `timeout` and `time_limit` in seconds."""

    to: str
    caller: str
    turn: Turn
    callback: Subscription | None = None
    fallback: Address | None = None
    timeout: float = RINGS_FOR
    time_limit: float = FOUR_HOURS


@dataclass
class Exchange:
    """Everything here happens on the engine's thread."""

    clock: Clock
    tasks: Tasks
    journal: Journal
    captions: Captions
    hands: Hands
    webhooks: Webhooks
    documents: Documents
    callbacks: Callbacks
    faults: FaultMaker
    account: Account
    ways: Ways
    pace: Pace
    chance: random.Random
    legs: dict[str, Leg] = field(default_factory=dict)
    sounds: dict[str, Sound] = field(default_factory=dict)

    def place(self, order: Order) -> Leg:
        """Queue an outbound call; it is dialled when its turn in the account's pace comes."""
        wait = self.pace.wait(self.clock.seconds())
        leg = self._leg(order.to, order.caller, "outbound-api")
        leg.queued_for, leg.time_limit = round(wait * 1000), self._most_seconds(order)
        leg.callback, leg.fallback = order.callback, order.fallback if self.ways.heeds("FallbackUrl") else None
        leg.story = self.tasks.start(self._outbound(leg, order, wait))
        return leg

    def receive(self, caller: str, number: OwnedNumber) -> Leg:
        """Let an outside phone dial one of the account's numbers."""
        leg = self._leg(caller=caller, to=number.phone_number, direction="inbound")
        if not_active(self.account):
            return self._turn_away(leg, 10003, "Incoming call rejected due to inactive account.")
        if number.calls_go_elsewhere:
            return self._turn_away(leg, 11100, number.calls_go_elsewhere)
        leg.callback, leg.fallback = number.callback, number.fallback
        leg.move("ringing")
        leg.story = self.tasks.start(Program(self).run(leg, Turn(number.address)))
        return leg

    def verify(self, number: str, code: str, name: str) -> Leg:
        """Ring a telephone that the account says is its own, and ask there for the code."""
        leg = self._leg(number, VERIFIES_FROM, "outbound-api")
        leg.story = self.tasks.start(self._verification(leg, code, name))
        return leg

    def redirect(self, leg: Leg, turn: Turn) -> None:
        """Interrupt an answered call and go on with another document."""
        for child in leg.children:
            child.end("completed" if child.is_answered else "canceled")
        if leg.story:
            leg.story.cancel()
        leg.story = self.tasks.start(Program(self).run(leg, turn))

    def dialled_leg(self, parent: Leg, to: str, caller: str, callback: Subscription | None) -> Leg:
        """Make the leg of a <Dial>; these never queue."""
        leg = self._leg(to, caller, "outbound-dial", parent)
        leg.callback = callback
        return leg

    async def ring(self, leg: Leg, seconds: float) -> bool:
        """Ring until it is settled or the time is over; returns whether it was answered."""
        leg.move("initiated")
        self._reach(leg)
        if error := self.hands.of(leg).error:
            self._notice("error", leg, "call-failed", error, f"The call to {leg.to} could not be completed.")
        try:
            async with asyncio.timeout(seconds):
                with self.hands.waited_for(leg):
                    await leg.settled.wait()
        except TimeoutError:
            leg.end("no-answer")
        return leg.is_answered

    def may_show(self, leg: Leg, number: str) -> bool:
        """Whether a Dial on this leg may show `number`: the call's own two, an owned or a verified one."""
        return number in (leg.caller, leg.to) or self.account.may_show(number)

    def not_to_dial(self, number: str) -> tuple[str, int, str] | None:
        """Why a Dial may not ring this number: our name for it, the code and the words."""
        refused = not_to_call(self.account, number)
        return ("dial-not-allowed", refused.dial_code, refused.text) if refused else None

    def tell(self, leg: Leg, event: str) -> None:
        """Hear of a leg's progress."""
        if event == "answered":
            self.hands.has_answered(leg)
        self.callbacks.tell(leg, event)
        share(leg, event)

    def warn(self, leg: Leg, name: str, code: int, text: str) -> None:
        """Write down what looks wrong and does not end the call."""
        self._notice("warning", leg, name, code, text)

    def fail(self, leg: Leg, error: CallError) -> None:
        """Write down what ends the call."""
        self._notice("error", leg, error.name, error.code, error.text)

    def _notice(self, level: Level, leg: Leg, name: str, code: int, text: str) -> None:
        at = round(self.clock.seconds() - leg.call.created_at, 2)
        self.journal.write(Notice(level, name, code, text, leg.call.sid, at))

    def _reach(self, leg: Leg) -> None:
        """Let the phone ring; a number of the account's own has none: there the call comes in again."""
        if leg.to in self.account.numbers:
            leg.move("ringing")
            comes_in_as(leg, self.receive(leg.caller, self.account.numbers.find(leg.to)))
        else:
            self.hands.is_rung(leg)

    def _turn_away(self, leg: Leg, code: int, text: str) -> Leg:
        """Let nobody hear of an inbound call: the app is not asked, and the caller hears that nobody is there."""
        leg.end("failed")
        self._notice("error", leg, "turned-away", code, text)
        return leg

    async def _outbound(self, leg: Leg, order: Order, wait: float) -> None:
        await asyncio.sleep(wait)
        if not await self.ring(leg, order.timeout if self.ways.heeds("Timeout") else RINGS_FOR):
            return
        if self.account.is_trial and not await is_noticed(self._own_stage(leg)):
            leg.end("completed")
            return
        await Program(self).run(leg, order.turn)

    async def _verification(self, leg: Leg, code: str, name: str) -> None:
        if await self.ring(leg, RINGS_FOR) and await is_entered(code, self._own_stage(leg)):
            self.account.caller_ids.add(leg.to, self.clock.now(), name)
        leg.end("completed")

    def _own_stage(self, leg: Leg) -> Stage:
        """Where the carrier itself speaks."""
        return Stage(leg, self, OWN_PLACE, Program(self).perform)

    def _most_seconds(self, order: Order) -> float:
        asked = order.time_limit if self.ways.heeds("TimeLimit") else FOUR_HOURS
        return min(asked, TRIAL_SECONDS) if self.account.is_trial else asked

    def _new_sid(self) -> str:
        number = self.chance.getrandbits(128)
        return str(uuid.UUID(int=number)) if self.ways.has_uuids else f"CA{number:032x}"

    def _leg(self, to: str, caller: str, direction: str, parent: Leg | None = None) -> Leg:
        sid = self._new_sid()
        self.legs[sid] = Leg(sid, to, caller, direction, self.clock, self.tell, parent)
        return self.legs[sid]

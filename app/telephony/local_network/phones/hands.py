"""The hands at the phones: acts out what a script wrote down; a person's page uses the same gestures."""

from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from weakref import WeakKeyDictionary

from app.telephony.local_network.legs import Leg
from app.telephony.local_network.phones.behaviour import Behaviour, Ender, Pickup, Reply, Screens
from app.telephony.local_network.phones.captions import Captions
from app.telephony.local_network.phones.gestures import press, say
from app.telephony.local_network.phones.sounds import seconds_to_say

EVERYONE_ELSE = "everyone else"
NOBODY = Behaviour(pickup=Pickup.SILENT)
BETWEEN_KEYS = 0.3
BUSY_AFTER = 1.0


@dataclass
class Hands:
    """Decides from the phone book what each leg's phone does, moment by moment."""

    captions: Captions
    book: dict[str, Behaviour]
    _done: WeakKeyDictionary[Leg, Counter[str]] = field(default_factory=WeakKeyDictionary)
    _prompt_ends: WeakKeyDictionary[Leg, float] = field(default_factory=WeakKeyDictionary)  # while a phone screens

    def of(self, leg: Leg) -> Behaviour:
        """How the phone at the far end of this leg behaves; where another leg is there, nobody does anything."""
        if leg.far_end:
            return NOBODY
        number = leg.caller if leg.direction == "inbound" else leg.to
        return self.book.get(number) or self.book.get(EVERYONE_ELSE, Behaviour())

    def waited_for(self, leg: Leg) -> AbstractContextManager[object]:
        """What to wait within until whoever is at this phone does something."""
        by_hand = self.of(leg).pickup is Pickup.BY_HAND
        return leg.clock.while_a_person_acts() if by_hand else nullcontext()

    def is_rung(self, leg: Leg) -> None:
        """The network reached for the phone: ring it, or find out why it does not ring."""
        behaviour = self.of(leg)
        if behaviour.pickup is Pickup.UNREACHABLE:
            leg.end("failed")
        elif behaviour.pickup is Pickup.BUSY:
            leg.later(BUSY_AFTER, lambda: leg.end("busy"))
        else:
            leg.move("ringing")
            self._lift(leg, behaviour)

    def has_answered(self, leg: Leg) -> None:
        """The phone was picked up."""
        behaviour = self.of(leg)
        if behaviour.greeting:
            self._speaks(leg, behaviour.greeting)
        if behaviour.screens:
            self._screens(leg, behaviour.screens)
        if behaviour.stays is not None and not (leg.parent and behaviour.greeting):
            leg.later(behaviour.stays, leg.hang_up)

    def answered_by(self, leg: Leg) -> str:
        """What machine detection makes of the phone: scripts greet as a machine or talk, by hand is anybody's guess."""
        behaviour = self.of(leg)
        if behaviour.pickup is Pickup.BY_HAND:
            return "unknown"
        return "machine_start" if behaviour.greeting else "human"

    def is_asked(self, leg: Leg, prompt_seconds: float, prompt: str = "") -> None:
        """A question begins; its prompt takes so many seconds. Of one that is screened its person hears nothing yet."""
        if leg in self._prompt_ends:
            self._prompt_ends[leg] = leg.clock.seconds() + prompt_seconds
            return
        nth = self.something_begins(leg, "gather")
        replies = self.of(leg).replies
        if nth <= len(replies):
            self._reply(leg, replies[nth - 1], prompt_seconds)
        else:
            self._answers(leg, prompt, prompt_seconds)

    def is_told(self, leg: Leg, words: str) -> None:
        """Something is said that a key may cut short, and nothing is asked."""
        self.something_begins(leg, "say")
        self._answers(leg, words, 0.0)

    def are_joined(self, supporter: Leg, office: Leg) -> None:
        """The two sides hear each other from now on; the office speaks first."""
        self.something_begins(supporter, "bridge")
        self.something_begins(office, "bridge")
        self._converse(supporter, wait=self._converse(office, wait=0.0))
        behaviour = self.of(office)
        if behaviour.talks_for is not None:
            office.later(behaviour.talks_for, lambda: self._ends_talk(office, behaviour.ender))

    def something_begins(self, leg: Leg, verb: str) -> int:
        """Count a "say", "gather", "dial" or "bridge", and leave during it if the script says so."""
        count = self._done.setdefault(leg, Counter())
        count[verb] += 1
        leaves = self.of(leg).leaves_during
        if leaves and (leaves.verb, leaves.nth) == (verb, count[verb]):
            leg.later(leaves.after, leg.hang_up)
        return count[verb]

    def _converse(self, leg: Leg, wait: float) -> float:
        for line in self.of(leg).lines:
            leg.later(wait, partial(self._speaks, leg, line))
            wait += seconds_to_say(line)
        return wait

    def _lift(self, leg: Leg, behaviour: Behaviour) -> None:
        if behaviour.pickup is Pickup.ANSWERS:
            leg.later(behaviour.after, leg.answer)
        elif behaviour.pickup is Pickup.DECLINES:
            leg.later(behaviour.after, leg.hang_up)

    def _screens(self, leg: Leg, screens: Screens) -> None:
        self._prompt_ends[leg] = leg.clock.seconds()
        if screens.taken_after is not None:
            leg.later(screens.rings_after + screens.taken_after, partial(self._takes, leg))

    def _takes(self, leg: Leg) -> None:
        """Its person answers what is being asked just now."""
        left = self._prompt_ends.pop(leg) - leg.clock.seconds()
        self.is_asked(leg, max(0.0, left))

    def _answers(self, leg: Leg, prompt: str, prompt_seconds: float) -> None:
        """What somebody says who listens, if this is a question for them."""
        answer = next((it for it in self.of(leg).answers if it.asked in prompt), None)
        if answer:
            nth = self.something_begins(leg, answer.asked)
            self._reply(leg, answer.replies[min(nth, len(answer.replies)) - 1], prompt_seconds)

    def _reply(self, leg: Leg, reply: Reply, prompt_seconds: float) -> None:
        wait = reply.after if reply.interrupts else prompt_seconds + reply.after
        for place, key in enumerate(reply.keys):
            leg.later(wait + place * BETWEEN_KEYS, partial(press, leg, key, self.captions))
        if reply.speech:
            leg.later(wait, lambda: self._speaks(leg, reply.speech))
        if reply.hangs_up:
            leg.later(wait, leg.hang_up)

    def _speaks(self, leg: Leg, text: str) -> None:
        say(leg, text, self.captions)

    def _ends_talk(self, leg: Leg, ender: Ender) -> None:
        other = leg.other_side
        if ender is Ender.OFFICE or not other:
            leg.hang_up()
        elif ender is Ender.STAR:
            press(other, "*", self.captions)
        else:
            other.hang_up()

"""Captions: writes down who says or keys what, and which phones hear it."""

from dataclasses import dataclass

from app.telephony.local_network.journal import Journal, Line, Who
from app.telephony.local_network.legs import Leg


@dataclass
class Captions:
    """Everything audible on the network, in words."""

    journal: Journal

    def program(self, leg: Leg, text: str | None = None, keys: str | None = None) -> None:
        """The program speaks, or plays keys, to one leg."""
        self._write(leg, "program", text, keys)

    def person(self, leg: Leg, text: str | None = None, keys: str | None = None) -> None:
        """The person at this leg's phone speaks or presses a key."""
        self._write(leg, "office" if leg.parent else "supporter", text, keys)

    def _write(self, leg: Leg, who: Who, text: str | None, keys: str | None) -> None:
        at = round(leg.clock.seconds() - leg.call.created_at, 2)
        self.journal.write(Line(who, text, keys, at, leg.call.sid, _ears(leg, who)))


def _ears(leg: Leg, who: Who) -> tuple[str, ...]:
    """Whoever is at this leg hears it; the other side of a talk hears people, and whoever dialled it a program."""
    dialled = leg.far_end.parent if leg.far_end else None
    other = dialled if who == "program" else leg.other_side
    return (leg.sid, other.sid) if other else (leg.sid,)

"""Somebody on the phone, without a carrier and without HTTP: takes the turns of one call."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import Heard
from app.calls.steps.turn import Answer, Asked, first_turn, next_turn
from app.store.unit import LightUnit, light_unit


@dataclass(frozen=True)
class OnThePhone:
    """`own` is what their app was given; every turn is a unit of work, as the carrier's request is."""

    own: AtHand
    call_id: int
    session: Session

    @classmethod
    def of(cls, session: Session, given: Any, call_id: int, caller: str | None = None) -> "OnThePhone":
        """Who is on this call, on a leg of its own."""
        heard = Heard(leg=f"CA{call_id:032d}", caller=caller)
        return cls(AtHand(LightUnit(None), given.vault, given.clock, given.settings, heard), call_id, session)

    def begins(self, step: str = "greeting") -> Answer | None:
        """They pick up, or dial in."""
        return self._takes(first_turn, self.own, step)

    def answers(self, step: str, *, turn: int = 1, rank: int = 0, **heard: Any) -> Answer | None:
        """They were asked at a step, and this was heard."""
        own = replace(self.own, heard=replace(self.own.heard, **heard))
        return self._takes(next_turn, own, Asked(step, rank, turn))

    def _takes(self, take: Callable[..., Answer | None], own: AtHand, about: object) -> Answer | None:
        self.session.commit()
        with light_unit(self.session.get_bind()) as work:
            answer = take(replace(own, work=work), self.call_id, about)
            if answer is None or not answer.is_new:
                work.roll_back()
        return answer

"""To be forgotten: what is done when somebody asks for it on the hotline, and when we ring to hear it there."""

from app.calls.steps.acts.never import forget, ring_to_forget
from app.calls.steps.step import Meaning, Step
from models import CallStatus
from voice_flows.parts import forgetting

STEPS = (
    Step(
        forgetting.ring_to_forget,
        "The caller asks us to forget their number: we ring it, since only the caller ID says whose it is",
        act=ring_to_forget,
        becomes=("cannot_ring_to_forget",),
    ),
    Step(forgetting.cannot_ring_to_forget, "The caller hears that we cannot ring back now"),
    Step(
        forgetting.confirm_forget,
        "Whoever answers hears that somebody asked us to forget this number",
        means=Meaning(CallStatus.ANSWERED),
    ),
    Step(forgetting.confirm_forget_again),
    Step(
        forgetting.forgotten,
        "They ask for it: all that leads to their number is deleted",
        act=forget,
        becomes=("forgotten_but_held",),
    ),
    Step(
        forgetting.forgotten_but_held,
        "They ask for it: all is deleted but what a legal hold keeps, which is forgotten once that is over",
    ),
    Step(forgetting.not_to_forget, "They had not asked for that: nothing is deleted"),
)

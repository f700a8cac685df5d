"""Peace, for a day or for good: what is done when somebody asks for it on the hotline, and when we ring back."""

from app.calls.steps.acts.never import leave_for_a_day, not_asked, ring_back
from app.calls.steps.step import Meaning, Step
from models import CallStatus, EndReason
from voice_flows.parts import peace

STEPS = (
    Step(
        peace.peace_for_a_day,
        "The caller asks not to be called: for 24 hours, since only the caller ID says whose number it is",
        act=leave_for_a_day,
        means=Meaning(reason=EndReason.REFUSED),
    ),
    Step(
        peace.ring_back,
        "The caller asks to be rung back, to make that last",
        act=ring_back,
        becomes=("cannot_ring_back",),
    ),
    Step(peace.cannot_ring_back, "The caller hears that we cannot ring back now"),
    Step(
        peace.confirm,
        "Whoever answers hears that somebody asked us never to call this number",
        means=Meaning(CallStatus.ANSWERED),
    ),
    Step(peace.confirm_again),
    Step(peace.not_asked, "They had not asked for that: the 24 hours are over", act=not_asked),
)

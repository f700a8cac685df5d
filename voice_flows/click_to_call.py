"""Every call as one graph of steps: greeted or through the hotline, the script, the office, how did it go, goodbye."""

from types import MappingProxyType

from voice_flows.flow import Flow, Step
from voice_flows.parts import afterwards, at_the_office, greeting, hotline, telling

PARTS = (greeting, hotline, telling, at_the_office, afterwards)
STEPS: dict[str, Step] = {step.__name__: step for part in PARTS for step in part.STEPS}

# Where only the app can know: whether the office is open and its line free, and what a caller is known for.
GATE = ("closed", "waits_turn", "resting", "other_line")
MAY_BECOME = {
    "connect": GATE,
    "other_line": ("resting", "closed"),
    "leave_message": ("waits_turn", "resting", "other_line"),
    "language_chosen": ("have_booking", "last_time"),
    "located": ("code_accepted",),
    "welcome": ("paused", "over", "too_often"),
}


FLOW = Flow(MappingProxyType(STEPS), first="greeting", last="goodbye", may_become=MAY_BECOME)
HOTLINE_FIRST = "welcome"

# At these steps the call goes on: to the next line of the same office holder, or to the next office holder.
TO_OTHER_LINE, TO_NEXT_OFFICE = "other_line", "next_office"

"""Every call as one graph of steps: greeted or through the hotline, the script, the office, how did it go, goodbye."""

from types import MappingProxyType

from voice_flows.flow import Flow, Step
from voice_flows.parts import (
    afterwards,
    at_the_office,
    forgetting,
    greeting,
    hotline,
    office_calls,
    peace,
    split_town,
    telling,
)

PARTS = (greeting, peace, forgetting, hotline, split_town, office_calls, telling, at_the_office, afterwards)
STEPS: dict[str, Step] = {step.__name__: step for part in PARTS for step in part.STEPS}

ENDS = frozenset({"goodbye", "no_key", "where_help"})
FLOW = Flow(MappingProxyType(STEPS), first="greeting", last="goodbye", ends=ENDS)
HOTLINE_FIRST = "welcome"

# At these steps the call goes on: to the next line of the same office holder, or to the next office holder.
TO_OTHER_LINE, TO_NEXT_OFFICE = "other_line", "next_office"

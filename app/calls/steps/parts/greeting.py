"""The beginning of a call that we placed."""

from app.calls.steps.acts.more_time import wait_longer
from app.calls.steps.acts.never import never_call
from app.calls.steps.step import Meaning, Step
from models import CallStatus, EndReason
from voice_flows.parts import greeting as says

TOOK_LONG = says.took_long.__name__

STEPS = (
    Step(says.greeting, "The supporter hears who is calling", means=Meaning(CallStatus.ANSWERED)),
    Step(says.more_time, act=wait_longer),
    Step(says.greeting_again),
    Step(says.greeting_last),
    Step(says.never_again_sure),
    Step(
        says.never_again,
        "The supporter asks never to be called again",
        act=never_call,
        means=Meaning(reason=EndReason.REFUSED),
    ),
    Step(says.no_key, "Nobody presses a key, so we hang up", means=Meaning(reason=EndReason.NO_KEY)),
    Step(says.took_long, "The call took very long before anybody was connected, so we hang up"),
    Step(says.goodbye),
)

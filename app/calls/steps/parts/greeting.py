"""The beginning of a call that we placed."""

from app.calls.steps.acts.more_time import wait_longer
from app.calls.steps.acts.never import never_call
from app.calls.steps.step import Meaning, Step
from models import CallStatus, EndReason
from voice_flows.parts import greeting

STEPS = (
    Step(greeting.greeting, "The supporter hears who is calling", means=Meaning(CallStatus.ANSWERED)),
    Step(greeting.more_time, act=wait_longer),
    Step(greeting.greeting_again),
    Step(greeting.greeting_last),
    Step(greeting.never_again_sure),
    Step(
        greeting.never_again,
        "The supporter asks never to be called again",
        act=never_call,
        means=Meaning(reason=EndReason.REFUSED),
    ),
    Step(greeting.no_key, "Nobody presses a key, so we hang up", means=Meaning(reason=EndReason.NO_KEY)),
    Step(greeting.goodbye),
)

"""Before the office: the script and the talking points."""

from app.calls.steps.parts.greeting import TOOK_LONG
from app.calls.steps.step import Meaning, Step
from models import CallStatus
from voice_flows.parts import telling

STEPS = (
    Step(telling.script, "The supporter hears the script", means=Meaning(CallStatus.ACCEPTED), reads=True),
    Step(telling.script_in_english, reads=True),
    Step(telling.ready, becomes=(TOOK_LONG,)),
    Step(telling.points, reads=True),
)

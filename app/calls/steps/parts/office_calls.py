"""An office calls back: it is told who we are, and we are told what it asks for."""

from app.calls.steps.acts.office_asks import ask_for_less, ask_for_none
from app.calls.steps.step import Step
from voice_flows.parts import office_calls as says

STEPS = (
    Step(says.office_calls, "An office calls back and hears who we are"),
    Step(says.office_calls_again),
    Step(says.office_contact, "The office hears whom it reaches"),
    Step(says.office_less, "The office asks for fewer calls"),
    Step(says.office_called_less, "The office asks to be called less", act=ask_for_less),
    Step(says.office_never_called, "The office asks to be called no more", act=ask_for_none),
)

"""After an office: what its line showed, how it went, who comes next."""

from app.calls.steps.acts.full_mailbox import let_rest_if_full
from app.calls.steps.acts.line import let_rest_unless_answered
from app.calls.steps.step import Meaning, Step
from models import CallStatus, ReportedOutcome
from voice_flows.parts import afterwards

BY_KEYPAD = "The supporter tells us by keypad: {}"

STEPS = (
    Step(
        afterwards.after_office,
        "The supporter is back with us",
        act=let_rest_unless_answered,
        means=Meaning(CallStatus.ASKING),
    ),
    Step(afterwards.survey_again),
    Step(afterwards.talked, BY_KEYPAD.format("talked to someone"), means=Meaning(reported=ReportedOutcome.CONTACT)),
    Step(
        afterwards.left_message, BY_KEYPAD.format("left a message"), means=Meaning(reported=ReportedOutcome.VOICEMAIL)
    ),
    Step(afterwards.nobody, BY_KEYPAD.format("reached nobody"), means=Meaning(reported=ReportedOutcome.UNAVAILABLE)),
    Step(
        afterwards.mailbox_full,
        BY_KEYPAD.format("the mailbox was full"),
        act=let_rest_if_full,
        means=Meaning(reported=ReportedOutcome.MAILBOX_FULL),
    ),
    Step(afterwards.next_office, "The supporter hears who comes next", means=Meaning(CallStatus.ACCEPTED)),
    Step(afterwards.next_again),
)

"""At the office's door: its line, its machine, another time."""

from app.calls.steps.acts.another_time import book_in_ten_minutes, book_when_open
from app.calls.steps.acts.line import ask_for_line, ask_for_machine, how_many_before, when_it_opens
from app.calls.steps.step import Meaning, Step
from models import CallStatus
from voice_flows.parts import at_the_office as says

RINGS = Meaning(CallStatus.CONNECTING)
BUSY = ("waits_turn", "resting", "held_back", "other_line")

STEPS = (
    Step(
        says.connect,
        "The supporter asks to be connected",
        act=ask_for_line,
        becomes=("closed", *BUSY),
        means=RINGS,
    ),
    Step(
        says.come_back,
        "The supporter presses the star before the office rings",
        means=Meaning(CallStatus.ASKING),
    ),
    Step(
        says.other_line,
        "The office's other line is tried",
        act=ask_for_line,
        becomes=("closed", "waits_turn", "resting", "held_back"),
        means=RINGS,
    ),
    Step(says.waits_turn, "The supporter waits in the office's line", look=how_many_before, asks_alike=True),
    Step(says.resting, "The office's line was busy a moment ago and is left in peace"),
    Step(says.held_back, "An organizer lets nobody call this office for now"),
    Step(says.closed, "The supporter hears that the office is closed", look=when_it_opens),
    Step(says.closed_again, "The supporter hears again that the office is closed", look=when_it_opens),
    Step(
        says.leave_message,
        "The supporter asks to leave a message",
        act=ask_for_machine,
        becomes=("closed", *BUSY),
        means=RINGS,
    ),
    Step(says.book, "The supporter asks to be rung when the office opens", act=book_when_open),
    Step(says.book_soon, "The supporter asks to be rung again in ten minutes", act=book_in_ten_minutes),
    Step(says.try_later),
    Step(says.skip),
)

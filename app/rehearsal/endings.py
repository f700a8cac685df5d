"""The ways a rehearsed call can end: how the supporter's phone behaves in each, and how the office's."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from app.telephony.local_network import Phone


class Ending(StrEnum):
    """What happens in a rehearsal."""

    ANSWERED = "answered"
    VOICEMAIL = "voicemail"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    SUPPORTER_NO_ANSWER = "supporter-no-answer"
    SUPPORTER_VOICEMAIL = "supporter-voicemail"
    DECLINED = "declined"
    HANGUP = "hangup"


TALK_SECONDS = 42

Acts = Callable[[Phone], object]


def _hears_all_and_reports(key: str) -> Acts:
    """Answers, presses 1, hears the script, presses 1, and says with a key how it went."""
    return lambda phone: phone.answers(after=4).then_presses("1", "1", key)


def _person(phone: Phone) -> None:
    phone.answers(after=6).says(
        "Good afternoon, State House, how can I help you?",
        "Thank you. I will pass that on to the Representative.",
    ).talks_for(TALK_SECONDS)


def _machine(phone: Phone) -> None:
    phone.is_voicemail(greeting="You have reached the office. Please leave your name, your town and a message.")


def _nobody(phone: Phone) -> None:
    phone.does_not_answer()


# Ending → the supporter's phone, the office's phone.
ENDINGS: Mapping[Ending, tuple[Acts, Acts]] = {
    Ending.ANSWERED: (_hears_all_and_reports("1"), _person),
    Ending.VOICEMAIL: (_hears_all_and_reports("2"), _machine),
    Ending.BUSY: (_hears_all_and_reports(""), Phone.is_busy),
    Ending.NO_ANSWER: (_hears_all_and_reports(""), _nobody),
    Ending.FAILED: (_hears_all_and_reports(""), Phone.is_unreachable),
    Ending.SUPPORTER_NO_ANSWER: (_nobody, _nobody),
    Ending.SUPPORTER_VOICEMAIL: (Phone.is_voicemail, _nobody),
    Ending.DECLINED: (Phone.declines, _nobody),
    Ending.HANGUP: (lambda phone: phone.answers(after=4).then_presses("1").then_hangs_up(), _nobody),
}

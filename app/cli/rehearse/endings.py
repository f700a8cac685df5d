"""The ways a rehearsed call can end: how the phones behave in each, and which keys the supporter presses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.calls.plan import PlannedOffice
from app.rehearsal.endings import Ending
from app.telephony.local_network import Phone

TALK_SECONDS, FULL_SECONDS = 42, 8
TO_THE_SCRIPT, TO_THE_OFFICE, TO_THE_NEXT = "1", "1", "1"

Acts = Callable[[Phone], object]


def _person(phone: Phone, *goes_on: str) -> None:
    phone.answers(after=6).says(
        "Good afternoon, State House, how can I help you?",
        *(goes_on or ("Thank you. I will pass that on to the Representative.",)),
    ).talks_for(TALK_SECONDS)


def _person_who_asks(phone: Phone) -> None:
    _person(phone, "Thank you. May I have your street address, please?", "Thank you. I will pass that on.")


def _machine(phone: Phone) -> None:
    phone.is_voicemail(greeting="You have reached the office. Please leave your name, your town and a message.")


def _full_machine(phone: Phone) -> None:
    phone.answers(after=20).says("You have reached the office. This mailbox is full. Goodbye.").talks_for(FULL_SECONDS)


def _nobody(phone: Phone) -> None:
    phone.does_not_answer()


# How an office's line behaves, and by which key the supporter reports it.
OFFICES: Mapping[Ending, Acts] = {
    Ending.ANSWERED: _person,
    Ending.STREET_ADDRESS: _person_who_asks,
    Ending.VOICEMAIL: _machine,
    Ending.MAILBOX_FULL: _full_machine,
    Ending.BUSY: Phone.is_busy,
    Ending.NO_ANSWER: _nobody,
    Ending.FAILED: Phone.is_unreachable,
}
REPORTS: Mapping[Ending, str] = {
    Ending.ANSWERED: "1",
    Ending.STREET_ADDRESS: "1",
    Ending.VOICEMAIL: "2",
    Ending.MAILBOX_FULL: "4",
}
IS_REACHED = frozenset({Ending.ANSWERED, Ending.STREET_ADDRESS, Ending.VOICEMAIL})  # and no other line is tried

# How the supporter's phone behaves where no office is reached.
SUPPORTERS: Mapping[Ending, Acts] = {
    Ending.SUPPORTER_NO_ANSWER: _nobody,
    Ending.SUPPORTER_VOICEMAIL: Phone.is_voicemail,
    Ending.SCREENED: Phone.screens_callers,
    Ending.DECLINED: Phone.declines,
    Ending.HANGUP: lambda phone: phone.answers(after=4).then_presses(TO_THE_SCRIPT).then_hangs_up(),
}


# All of them but a closed office, which takes a clock of its own.
ENDINGS = (*OFFICES, *SUPPORTERS)


@dataclass(frozen=True)
class Scene:
    """The supporter's phone, and each office's in the order of their places."""

    supporter: Acts
    offices: Sequence[Acts]


def stage(offices: Sequence[PlannedOffice], endings: Sequence[Ending]) -> Scene:
    """How everybody behaves when the lines end so, one after the other; the last ending goes for all that follow."""
    _, of_line = _lines(offices, endings)
    acts = [OFFICES.get(ending, _nobody) for ending in of_line]
    if endings[0] in SUPPORTERS:
        return Scene(SUPPORTERS[endings[0]], acts)
    keys = [TO_THE_SCRIPT, *keys_to_the_end(offices, endings)]
    return Scene(lambda phone: phone.answers(after=4).then_presses(*keys), acts)


def keys_to_the_end(offices: Sequence[PlannedOffice], endings: Sequence[Ending]) -> list[str]:
    """What a supporter presses who hears the script: to the office, how it went, and on to the next."""
    return [TO_THE_OFFICE, *_keys(*_lines(offices, endings))]


def _lines(
    offices: Sequence[PlannedOffice], endings: Sequence[Ending]
) -> tuple[Sequence[PlannedOffice], Sequence[Ending]]:
    """The lines that can be rung, each with its ending."""
    lines = [office for office in offices if office.line_id]
    return lines, [*endings, *[endings[-1]] * len(lines)][: len(lines)]


def _keys(lines: Sequence[PlannedOffice], endings: Sequence[Ending]) -> Iterator[str]:
    """What the supporter presses from the first ring of an office on: the report, and 1 for the next office."""
    place = 0
    while place < len(lines):
        report = REPORTS.get(endings[place], "")
        yield from report
        here = lines[place].nth
        others = range(place + 1, len(lines))
        following = next((it for it in others if endings[place] not in IS_REACHED or lines[it].nth != here), None)
        if following is None:
            return
        if lines[following].nth != here:
            yield TO_THE_NEXT
        place = following

"""Office lines that need a look, each with what is wrong and what to do: from days that are counted already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.calls.queue.reports import LineReport
from app.representatives import Directory, Seat
from models import Alert, AlertKind

FEW = 3  # of fewer nothing can be said


@dataclass(frozen=True)
class Ill:
    """A number that fails: whose it is, what is wrong, and a cure."""

    number: str
    seats: Sequence[Seat]
    wrong: str
    cure: str
    tone: str


def ill_lines(reports: Iterable[LineReport], directory: Directory, alerts: Iterable[Alert]) -> Iterator[Ill]:
    """The worst first; who complained comes before all."""
    complained = {alert.about for alert in alerts if alert.kind is AlertKind.OFFICE_COMPLAINS}
    seats = _seats(directory)
    found = [(it, _told(it, is_angry=it.number in complained)) for it in reports]
    told = [_ill(it.number, seats.get(it.number, ()), *what) for it, what in found if what]
    yield from sorted(told, key=lambda it: it.number not in complained)


def _ill(number: str, seats: Sequence[Seat], wrong: str, cure: str, tone: str) -> Ill:
    return Ill(number=number, seats=seats, wrong=wrong, cure=cure, tone=tone)


def _told(report: LineReport, *, is_angry: bool) -> tuple[str, str, str] | None:
    """What is wrong, the cure, and how bad it is; nothing where it answers."""
    if is_angry:
        return "They complained", "Call them first. Then let it take fewer of our calls a day, or none.", "bad"
    return next((what for is_so, what in _signs(report) if is_so and report.tries >= FEW), None)


def _signs(it: LineReport) -> Iterator[tuple[bool, tuple[str, str, str]]]:
    """What may be wrong with it, the worst first."""
    is_dead = not it.answered and not it.busy and it.no_answer + it.failed >= FEW
    none = f"Answered none of {it.tries} calls"
    yield is_dead, (none, "The number may be dead: look for another, and correct it.", "bad")
    busy = f"Busy {it.busy} of {it.tries} times"
    is_busy = it.busy >= FEW and it.busy > it.answered
    yield is_busy, (busy, "Let it take fewer calls at once, or add their other line.", "warn")
    full = f"Mailbox full, as {it.mailbox_full} told us"
    yield it.mailbox_full >= FEW, (full, "Call in their hours, or add their district office.", "warn")
    yield it.fails_often, (f"Fails often: {it.misses} of {it.tries}", "Try their other line first.", "warn")


def _seats(directory: Directory) -> Mapping[str, Sequence[Seat]]:
    found: dict[str, list[Seat]] = {}
    for seat in directory.seats.values():
        for line in seat.lines if seat.holder else ():
            found.setdefault(line.e164, []).append(seat)
    return found

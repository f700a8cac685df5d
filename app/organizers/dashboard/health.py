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


def ill_lines(reports: Sequence[LineReport], directory: Directory, alerts: Iterable[Alert]) -> Iterator[Ill]:
    """The worst first; who complained comes before all, also where their line was not rung lately."""
    complained = {alert.about for alert in alerts if alert.kind is AlertKind.OFFICE_COMPLAINS and alert.about}
    seats = _seats(directory)
    not_rung = [LineReport(number) for number in sorted(complained - {it.number for it in reports})]
    found = [(it, _told(it, is_angry=it.number in complained)) for it in (*reports, *not_rung)]
    told = [_ill(it.number, seats.get(it.number, ()), *what) for it, what in found if what]
    yield from sorted(told, key=lambda it: it.number not in complained)


def none_is_ill(reports: Iterable[LineReport]) -> str:
    """What can be said where none needs a look: of a line that was rung once or twice nothing can."""
    rung = [it for it in reports if it.tries]
    if not rung:
        return "None: no line was rung within 14 days."
    silent = sum(not it.answered for it in rung)
    if silent == len(rung):
        return f"None that we know of: no line was rung {FEW} times within 14 days, and none answered yet."
    if not silent:
        return "None: every line that was rung within 14 days answered, and none fails often."
    lines, were = ("line", "was") if silent == 1 else ("lines", "were")
    return f"None fails often. {silent} {lines} did not answer yet, but {were} rung fewer than {FEW} times in 14 days."


def _ill(number: str, seats: Sequence[Seat], wrong: str, cure: str, tone: str) -> Ill:
    return Ill(number=number, seats=seats, wrong=wrong, cure=cure, tone=tone)


def _told(report: LineReport, *, is_angry: bool) -> tuple[str, str, str] | None:
    """What is wrong, the cure, and how bad it is; nothing where it answers."""
    if is_angry:
        return "They complained", "Call them first. Then let it take fewer of our calls a day, or none.", "bad"
    return next((what for is_so, what in _signs(report) if is_so), None)


def _signs(it: LineReport) -> Iterator[tuple[bool, tuple[str, str, str]]]:
    """What may be wrong with it, the worst first: each said by several calls."""
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

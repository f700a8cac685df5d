"""What is not right of a day of action, or should be known: each a sentence with what to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from app.calls.hours.waves import spans_called
from app.campaigns.action.day import ActionDay, Wave
from app.clock import eastern_day
from app.representatives import Directory
from models import CampaignState

MOST_NAMED = 3


@dataclass(frozen=True)
class Remark:
    """A sentence; `is_wrong` where offices are not called as was meant."""

    text: str
    is_wrong: bool = True


def remarks(
    day: ActionDay, seats: set[str], directory: Directory, state: CampaignState, now: datetime
) -> Iterator[Remark]:
    """All of them, what is wrong first."""
    if day.day < eastern_day(now):
        yield Remark("This day is over: it binds nothing any more.", is_wrong=False)
        return
    if state in {CampaignState.DRAFT, CampaignState.PAUSED}:
        yield Remark("The campaign rings nobody now. Start it before the day comes, under “Start and pause”.")
    if state is CampaignState.ARCHIVED:
        yield Remark("The campaign is over: nobody is rung on this day.")
    if is_shut(day, seats, directory):
        yield Remark(f"No office is open on that day, a {day.day:%A}: nobody is rung. Choose another day.")
    elif not day.waves:
        yield Remark("There are no waves: every office is called all day long.", is_wrong=False)
    for wave in day.waves if not is_shut(day, seats, directory) else ():
        yield from _of_wave(wave, day, directory)
    yield from _of_all(day, seats, directory)


def is_shut(day: ActionDay, seats: Iterable[str], directory: Directory) -> bool:
    """Whether none of these offices is open on that day at all, as on a Sunday or a holiday."""
    lines = [seat.line for seat in map(directory.seats.get, seats) if seat and seat.line]
    return bool(lines) and not any(directory.hours(line.id).spans_on(day.day) for line in lines)


def told_of_agreed(calls: int) -> str:
    """Of so many calls that were agreed on for an hour outside their wave: what happens with them."""
    are = "1 call was" if calls == 1 else f"{calls} calls were"
    return (
        f"{are} agreed on for that day outside the wave of the office. When the time comes, we ring in the wave "
        "instead, if it begins within four hours, else not at all; the supporter reads that on the page of the call. "
        "To ring as agreed, let the wave begin earlier or end later."
    )


def _of_wave(wave: Wave, day: ActionDay, directory: Directory) -> Iterator[Remark]:
    if not wave.offices:
        yield Remark(f"“{wave.name}” calls no office: nobody fits what it says. Change whom it calls.")
    if any(span.opens < day.hours.opens or span.closes > day.hours.closes for span in wave.hours):
        yield Remark(f"“{wave.name}” goes beyond the hours of the day. It is called all the same.", is_wrong=False)
    closed = [geoid for geoid in wave.offices if not _is_ever_called(day, geoid, directory)]
    if closed:
        told = "is" if len(closed) == 1 else "are"
        yield Remark(
            f"{_named(closed, directory)} {told} closed in the hours of “{wave.name}”: nobody is rung for them then. "
            "Move the wave, or look at the office's hours."
        )


def _of_all(day: ActionDay, seats: set[str], directory: Directory) -> Iterator[Remark]:
    in_waves = [geoid for wave in day.waves for geoid in wave.offices]
    alone = sorted(seats - set(in_waves), key=lambda geoid: directory.seats[geoid].district)
    if alone and day.waves:
        so = "called all day long, while they are open" if day.others else "not called at all that day"
        yield Remark(f"In no wave: {_named(alone, directory)}. They are {so}.", is_wrong=not day.others)
    twice = sorted({geoid for geoid in in_waves if in_waves.count(geoid) > 1})
    if twice:
        yield Remark(f"In several waves, and called in each: {_named(twice, directory)}.", is_wrong=False)
    if day.share and day.share * len(seats) < day.goal:
        yield Remark(
            f"{len(seats)} offices with {day.share} calls each make {day.share * len(seats):,}: fewer than the goal."
        )


def _is_ever_called(day: ActionDay, geoid: str, directory: Directory) -> bool:
    seat = directory.seats.get(geoid)
    return bool(seat and seat.line and spans_called(directory.hours(seat.line.id), day, geoid))


def _named(geoids: list[str], directory: Directory) -> str:
    """A few by name, and how many more."""
    seats = [directory.seats[geoid] for geoid in geoids if geoid in directory.seats]
    names = [seat.holder.name if seat.holder else seat.district for seat in seats]
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")

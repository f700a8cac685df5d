"""Reads one time of day: “9”, “1:30 pm”, “17:00”, “noon”; what is left open is told as several readings."""

import re
from dataclasses import dataclass

from app.representatives.opening.problems import HoursError, HoursProblem
from app.representatives.opening.spans import HOUR, MIDNIGHT, NOON

TIME = re.compile(r"(?<!\d)(\d{1,2})(?:[:.]?([0-5]\d))?(?!\d)\s*(?:([ap])\.?\s*m?\.?)?", re.ASCII)
TWELVE = 12
# An office that opens “at 4” opens in the afternoon, one that opens “at 9” in the morning; in between it may be either.
AFTERNOON_UNTIL, EITHER_UNTIL = 4, 8
LIKELIER_EARLY = 7

Minutes = tuple[int, ...]  # after midnight, the likeliest reading first


@dataclass(frozen=True, slots=True)
class TimeRead:
    """What a time means where something opens, and where something closes."""

    opens: Minutes
    closes: Minutes


def read_time(text: str, *, literal: bool) -> TimeRead:
    """Every reading of a time; with `literal`, hours without AM or PM are those of the 24-hour clock.

    Raises:
        HoursError: this is no time.
    """
    if text in {"noon", "midnight"}:
        return _said(NOON if text == "noon" else 0)
    match = TIME.fullmatch(text)
    if match is None:
        raise HoursError(HoursProblem.UNREADABLE)
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if hour * HOUR + minute > MIDNIGHT or (half and not 1 <= hour <= TWELVE):
        raise HoursError(HoursProblem.UNREADABLE)
    if half:
        return _said((hour % TWELVE + (TWELVE if half == "p" else 0)) * HOUR + minute)
    return _said(hour * HOUR + minute) if literal else _left_open(hour % TWELVE * HOUR + minute, hour)


def counts_to_24(text: str) -> bool:
    """Whether hours are written by the 24-hour clock: one is after twelve, or has a zero before it."""
    return any(match[1].startswith("0") or int(match[1]) > TWELVE for match in TIME.finditer(text))


def _said(minute: int) -> TimeRead:
    """One reading; only midnight is the beginning of a day, or its end."""
    return TimeRead((minute % MIDNIGHT,), (minute or MIDNIGHT,))


def _left_open(morning: int, hour: int) -> TimeRead:
    afternoon = morning + NOON
    closes = tuple(sorted((morning or MIDNIGHT, afternoon)))
    if hour <= AFTERNOON_UNTIL or hour == TWELVE:
        return TimeRead((afternoon,), closes)
    if hour > EITHER_UNTIL:
        return TimeRead((morning,), closes)
    return TimeRead((morning, afternoon) if hour >= LIKELIER_EARLY else (afternoon, morning), closes)

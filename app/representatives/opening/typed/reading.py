"""Reads the hours of a day as people type them: “9-12, 1-5pm”, “9:00 to 17:00”, “closed”."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.language.text import clean_text
from app.representatives.opening.problems import HoursError, HoursProblem
from app.representatives.opening.spans import MIDNIGHT, DaySpans, Span, one_day, overlap
from app.representatives.opening.typed.times import Minutes, counts_to_24, read_time

LONGEST = 120  # characters
ALL_DAY: DaySpans = (Span(0, MIDNIGHT),)
WHOLE_DAYS: Mapping[str, DaySpans] = {
    **dict.fromkeys(("", "closed", "none", "no", "off", "-", "–", "—"), ()),  # noqa: RUF001 - as people cross a day out
    **dict.fromkeys(("all day", "always", "24 hours", "24 h", "24h", "24/7"), ALL_DAY),
}
FROM_TO = re.compile(r"\s*(?:[-–—‐−]|\b(?:to|until|till)\b)\s*")  # noqa: RUF001 - dashes that word processors type
BETWEEN_SPANS = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*")


def read_day(typed: str) -> DaySpans:
    """The spans that were meant. Hours without AM or PM are those at which an office would open and close.

    Raises:
        HoursError: with the problem to explain.
    """
    text = clean_text(typed, limit=LONGEST).casefold().strip(" .,;")
    if text in WHOLE_DAYS:
        return WHOLE_DAYS[text]
    spans: list[Span] = []
    for part in BETWEEN_SPANS.split(text):
        spans.append(_likeliest(part, spans, literal=counts_to_24(text)))
    return one_day(spans)


def _likeliest(text: str, before: Sequence[Span], *, literal: bool) -> Span:
    """Of several readings one that comes after what was read before it: after “9-5”, “7-9” is the evening."""
    readings = list(_readings(text, literal=literal))
    if not readings:
        raise HoursError(HoursProblem.BACKWARDS)
    return min(readings, key=lambda it: (any(overlap(it, one) for one in before), bool(before) and it < before[-1]))


def _readings(text: str, *, literal: bool) -> Iterator[Span]:
    times = FROM_TO.split(text)
    if len(times) != 2:  # noqa: PLR2004 - from when until when
        raise HoursError(HoursProblem.UNREADABLE)
    opens: Minutes = read_time(times[0], literal=literal).opens
    closes: Minutes = read_time(times[1], literal=literal).closes
    return (Span(first, last) for first in opens for last in closes if first < last)

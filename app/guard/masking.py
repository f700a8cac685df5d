"""What may stand in a log line, decided by what kind of value it is: nothing by which a person could be found."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum

HIDDEN = "…"
SHORTEST_NUMBER = 7  # digits: below are ids and times, from there on a telephone number may begin
APART = r"\s./·•‐-―-"  # noqa: RUF001 - what people, and their phones, put between the figures of a number
NUMBER = re.compile(rf"\+?\d(?:[(){APART}]*\d){{9,}}|(?<![\d.:/-])\d{{3}}[{APART}]\d{{4}}(?![\d.:/-])")
MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(
    r"\b(?!127\.|0\.0\.0\.0\b)(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})+\b"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){1,7}(?::[0-9a-f]{1,4}){1,7}(?![\w:])|(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:(?![\w:])",
    re.IGNORECASE,
)
HEX = re.compile(r"(?:\\x)?\b[0-9a-f]{24,}\b")
RUN = re.compile(r"[A-Za-z0-9_-]{20,}")
LONG_RUN = 40
AS_THEY_ARE = (bool, float, date, timedelta, type(None))


def told(value: object) -> object:
    """The value as a line may show it: numbers that count, times, and words without what is personal or secret.

    Of what is none of these, only its kind is told.
    """
    kept: object = f"<{type(value).__name__}>"
    if isinstance(value, Enum):
        kept = told(value.value)
    elif isinstance(value, AS_THEY_ARE):
        kept = value
    elif isinstance(value, int):
        kept = HIDDEN if abs(value) >= 10**SHORTEST_NUMBER else value
    elif isinstance(value, str):
        kept = masked(value)
    elif isinstance(value, Mapping):
        kept = {masked(str(key)): told(one) for key, one in value.items()}
    elif isinstance(value, list | tuple | set | frozenset):
        kept = [told(one) for one in value]
    return kept


def masked(text: str) -> str:
    """The text without telephone numbers, addresses of people and computers, and whatever was made by chance or key.

    A token is known by its shape, wherever it stands: in no address need it be named.
    """
    text = RUN.sub(lambda run: HIDDEN if _is_by_chance(run[0]) else run[0], text)
    for shape in (HEX, MAIL, ADDRESS, NUMBER):
        text = shape.sub(HIDDEN, text)
    return text


def _is_by_chance(run: str) -> bool:
    """Whether no person chose these letters: names of things hold few capitals, and those with figures none."""
    capitals = sum(letter.isupper() for letter in run)
    has_figures = any(letter.isdigit() for letter in run)
    return bool(capitals) and (has_figures or len(run) >= LONG_RUN or capitals * 4 > len(run))

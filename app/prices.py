"""What the carrier asks for, as the operator wrote it down: used until it tells a price itself, or if it never does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from math import ceil

# Started minutes of calls to numbers that begin so and of who dials in, a hundred characters that are read, and a
# question at which is listened, in dollars: Twilio's list prices.
TWILIO = "2026-11-28 +1=0.0140 in=0.0085 speech=0.0008 hearing=0.02"
A_MINUTE = 60
IN, SPEECH, HEARING = "in", "speech", "hearing"
CHARACTERS = 100  # that the price of speech is for
PREFIX = re.compile(r"\+\d{1,11}")
MOST = Decimal(100)  # dollars: what is more is a slip
HOW = 'must look like "2026-11-28 +1=0.0140 in=0.0085 speech=0.0008 hearing=0.02": a day, and prices in dollars'


@dataclass(frozen=True)
class Prices:
    """In dollars, as of a day: a started minute to numbers that begin so, and of who dials in; speech, and hearing.

    Speech is a hundred characters that a voice reads, hearing is one question at which the carrier listens.
    """

    as_of: date
    to: Mapping[str, Decimal]
    coming_in: Decimal
    speech: Decimal
    hearing: Decimal

    def a_minute_to(self, number: str) -> Decimal:
        """Of a leg to this number: by the longest beginning that is known, else as dear as any."""
        known = [prefix for prefix in self.to if number.startswith(prefix)]
        return self.to[max(known, key=len)] if known else max(self.to.values())

    def knows(self, number: str) -> bool:
        """Whether it says what a call there costs."""
        return any(number.startswith(prefix) for prefix in self.to)

    def said(self, characters: float) -> Decimal:
        """What it costs to have so much read."""
        return self.speech * Decimal(ceil(characters)) / CHARACTERS

    def heard(self, questions: int) -> Decimal:
        """What it costs to listen at so many questions."""
        return self.hearing * questions


def minutes(seconds: int) -> int:
    """Those that have begun."""
    return ceil(max(seconds, 0) / A_MINUTE)


@lru_cache(maxsize=8)
def prices_of(text: str) -> Prices:
    """The table as it was written down.

    Raises:
        ValueError: it cannot be read.
    """
    day, *pairs = text.split() or [""]
    told = dict(_pair(pair) for pair in pairs)
    to = {name: price for name, price in told.items() if PREFIX.fullmatch(name)}
    if not to or {IN, SPEECH, HEARING} != told.keys() - to.keys():
        raise ValueError(HOW)
    try:
        as_of = date.fromisoformat(day)
    except ValueError:
        raise ValueError(HOW) from None
    return Prices(as_of, to, told[IN], told[SPEECH], told[HEARING])


def _pair(text: str) -> tuple[str, Decimal]:
    name, _, value = text.partition("=")
    try:
        price = Decimal(value)
    except InvalidOperation:
        raise ValueError(HOW) from None
    if not price.is_finite() or not 0 <= price <= MOST:
        raise ValueError(HOW)
    return name, price

"""What one language makes of digits: its number words, what sounds like them, and what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NumberWords:
    """Each word with the digits that it stands for.

    `tens` are followed by a single digit: in "twenty one" they stand for the first of two. `sound_alike` are words that
    stand for a digit among digits alone. `times` say how often the next digit comes. `fillers` are nothing at all;
    `dashes` stand before the four digits that may follow a ZIP code; `leads` are what one says around a place.
    """

    digits: Mapping[str, str]
    tens: Mapping[str, str] = field(default_factory=dict)
    sound_alike: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, int] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    dashes: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()

"""The ZIP code in what somebody said, and what else they said of where they live."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from voice_flows.numbers.tokens import Kind, Token, tokens

ZIP, WITH_PLUS_FOUR, PLUS_FOUR, WITHOUT_ZERO = 5, 9, 4, 4
ZIP_PLUS_FOUR = {(ZIP, PLUS_FOUR), (WITHOUT_ZERO, PLUS_FOUR)}
FIRST = "0"  # every ZIP code of Massachusetts begins so, and many people leave it out


@dataclass(frozen=True)
class PlaceSaid:
    """A ZIP code, empty where none was said or several, and the other words, without what is said around a place.

    `without_zero` says that only four digits were heard: they may be a year, or the number of a house.
    """

    zip_code: str
    words: str
    without_zero: bool = False


Run = tuple[Token, ...]


@dataclass(frozen=True)
class _Read:
    """A run of digits as a ZIP code; `code` is empty where it is none."""

    run: Run
    code: str = ""
    without_zero: bool = False

    @property
    def is_other_number(self) -> bool:
        """Whether it is a number all the same, and no word that only sounds like one."""
        return not self.code and not all(part.only_sounds_alike for part in self.run)


def place_said(speech: str, language: str) -> PlaceSaid:
    """What was said of where somebody lives."""
    parts = tokens(speech, language)
    read = [_read(run) for run in _runs(parts)]
    whole = [found for found in read if found.code and not found.without_zero]
    codes = whole or [found for found in read if found.code]
    # Of two codes none is meant more than the other, and four digits beside other numbers are one of those.
    without_zero = not whole
    if len({found.code for found in codes}) != 1 or (without_zero and any(found.is_other_number for found in read)):
        return PlaceSaid("", _words(parts))
    used = {id(part) for found in codes for part in found.run}
    return PlaceSaid(codes[0].code, _words(part for part in parts if id(part) not in used), without_zero)


def _words(parts: Iterable[Token]) -> str:
    """What is left beside a code; a word for a dash may be a part of a name, as the 加 of 加德纳 is."""
    kept = (part for part in parts if part.kind in {Kind.WORD, Kind.DIGITS} or part.is_dash_in_words)
    return " ".join(part.text for part in kept)


def _runs(parts: tuple[Token, ...]) -> Iterator[Run]:
    """Digits that follow one another, with dashes; fillers between them are nothing."""
    run: list[Token] = []
    for part in (*parts, Token(Kind.WORD, "")):
        if part.kind is Kind.DIGITS or (part.kind is Kind.DASH and run):
            run.append(part)
        elif part.kind is not Kind.FILLER:
            if run:
                yield tuple(run)
            run = []


def _read(run: Run) -> _Read:
    """At the ends of a run, words that only sound like digits may be none: "oh, 02139"."""
    first, last = (int(run[at].only_sounds_alike) for at in (0, -1))
    tried = [run[start : len(run) - end] for end in range(last + 1) for start in range(first + 1)]
    tried += [(part,) for part in run if len(part.digits) == ZIP and part.digits.startswith(FIRST)]
    read = [replace(found, run=run) for found in map(_as_code, tried) if found.code]
    return next((found for found in read if found.code.startswith(FIRST)), read[0] if read else _Read(run))


def _as_code(run: Run) -> _Read:
    digits = "".join(part.digits for part in _without_plus_four(run))
    if len(digits) == 2 * ZIP and digits[:ZIP] == digits[ZIP:]:  # said twice, to be sure
        digits = digits[:ZIP]
    if len(digits) == ZIP or (len(digits) == WITH_PLUS_FOUR and digits.startswith(FIRST)):
        return _Read(run, digits[:ZIP])
    if len(digits) == WITHOUT_ZERO and not digits.startswith(FIRST):
        return _Read(run, FIRST + digits, without_zero=True)
    return _Read(run)


def _without_plus_four(run: Run) -> Run:
    """What stands before a dash with four digits after it, where that can be a ZIP code."""
    dashes = [at for at, part in enumerate(run) if part.kind is Kind.DASH]
    if not dashes:
        return run
    before, after = run[: dashes[-1]], run[dashes[-1] :]
    long = (sum(len(part.digits) for part in half) for half in (before, after))
    return before if tuple(long) in ZIP_PLUS_FOUR else run

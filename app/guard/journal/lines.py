"""One line of the journal: by keyed hashes alone who refused, took that back, or was forgotten, and when.

Of a note from which words were taken out, what is left: sealed by the key of its day, as it is in the database.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zlib import crc32

SUM = 8  # digits by which a line is known to be whole
OF_THE_FILE = "#"  # begins a line that tells of the file itself


class What(StrEnum):
    """What happened."""

    REFUSED = "refused"
    TAKEN_BACK = "taken back"
    FORGOTTEN = "forgotten"
    REDACTED = "redacted"


@dataclass(frozen=True)
class Line:
    """It happened `at` that time, to the number of these `marks`: one, or one for each key by which it was known.

    `by` tells by which key a refusal is known, `how` it was asked, and `until` when it holds, or would have held where
    it was taken back; none is for good.
    Of a note `how` is its id, and its one mark what is left of it, sealed.
    """

    what: What
    at: datetime
    marks: tuple[bytes, ...]
    by: bytes = b""
    how: str = ""
    until: datetime | None = None

    def written(self) -> str:
        """As it stands in the file."""
        until = self.until.isoformat() if self.until else None
        marks = [mark.hex() for mark in self.marks]
        told = json.dumps([self.what, self.at.isoformat(), marks, self.by.hex(), self.how, until])
        return f"{crc32(told.encode()):0{SUM}x} {told}\n"


def read_lines(text: str) -> Iterator[Line]:
    """Those that are whole: what a crash left half-written is none."""
    for written in text.splitlines():
        line = _read(written)
        if line:
            yield line


def how_many_are_broken(text: str) -> int:
    """Lines that cannot be read, but for one that is being written at this moment."""
    whole, _, _ = text.rpartition("\n")
    told = (it for it in whole.splitlines() if it and not it.startswith(OF_THE_FILE))
    return sum(_read(written) is None for written in told)


def _read(written: str) -> Line | None:
    told = written[SUM + 1 :]
    if written[:SUM] != f"{crc32(told.encode()):0{SUM}x}":
        return None
    what, at, marks, by, how, until = json.loads(told)
    return Line(
        What(what),
        datetime.fromisoformat(at),
        tuple(map(bytes.fromhex, marks)),
        bytes.fromhex(by),
        how,
        datetime.fromisoformat(until) if until else None,
    )


@dataclass(frozen=True)
class Standing:
    """What the journal comes to: the refusals that hold, who was forgotten, and notes without what was taken out.

    And the refusals that were taken back: a database of before knows them still.
    """

    refused: tuple[Line, ...]
    forgotten: tuple[Line, ...]
    redacted: tuple[Line, ...] = ()
    taken_back: tuple[Line, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """All that is to stay, in an order in which it comes to the same again."""
        return (*self.taken_back, *self.refused, *self.forgotten, *self.redacted)


@dataclass(frozen=True)
class Since:
    """What time it is, and since when things must have happened to stand."""

    now: datetime
    taken_back: datetime
    forgotten: datetime
    redacted: datetime


def what_stands(lines: Iterable[Line], since: Since) -> Standing:
    """Of one number the longest refusal that nobody took back; and whoever was forgotten since then, once.

    When a refusal was last taken back, whoever refused again after that. Of one note what was left when words were last
    taken out.
    """
    refused: dict[tuple[bytes, bytes], Line] = {}
    taken_back: dict[tuple[bytes, bytes], Line] = {}
    forgotten: dict[tuple[bytes, ...], Line] = {}
    redacted: dict[str, Line] = {}
    for line in lines:
        its = (line.by, b"".join(line.marks))
        match line.what:
            case What.REFUSED:
                refused[its] = _longer(refused.get(its), line)
            case What.TAKEN_BACK:
                was = refused.pop(its, line)
                taken_back[its] = replace(line, until=_longer(taken_back.get(its), was).until)
            case What.FORGOTTEN:
                forgotten[line.marks] = line  # the last one is of all that came before
            case What.REDACTED:
                redacted[line.how] = line
    return Standing(
        tuple(it for it in refused.values() if _holds(it, since.now)),
        tuple(it for it in forgotten.values() if it.at > since.forgotten),
        tuple(it for it in redacted.values() if it.at > since.redacted),
        tuple(it for it in taken_back.values() if it.at > since.taken_back and _holds(it, since.now)),
    )


def _holds(refusal: Line, now: datetime) -> bool:
    """Whether it does, or one that was taken back would."""
    return refusal.until is None or refusal.until > now


def _longer(one: Line | None, other: Line) -> Line:
    if one is None or (one.until and (other.until is None or other.until > one.until)):
        return other
    return one

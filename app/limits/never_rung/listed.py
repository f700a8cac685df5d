"""The list that comes with the program: public institutions, hospitals, and exchanges known for traffic pumping.

`list.csv` says of each number, or of the digits with which numbers begin, whose it is and from where that is known, and
when somebody looked; what was not looked up anywhere is marked as `ours`.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

OURS = "ours"
SHORTEST, LONGEST = 6, 10  # digits: less than an exchange would be a whole area
ENDS = range(len("+1") + SHORTEST, len("+1") + LONGEST + 1)  # where the beginning of a number may end

_LIST = Path(__file__).with_name("list.csv")


@dataclass(frozen=True)
class Listed:
    """Numbers that are never rung: all that begin so, in E.164."""

    begins: str
    kind: str
    what: str
    source: str
    as_of: date


@cache
def the_list() -> Sequence[Listed]:
    """The whole list, in the order of the file."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def is_listed(phone: str) -> bool:
    """Whether a number in E.164 is on it."""
    return not _beginnings().isdisjoint(phone[:end] for end in ENDS)


def kind_of(phone: str) -> str:
    """Of which kind what the list says of a number in E.164 is; empty where it is not on it."""
    theirs = (one for one in the_list() if phone.startswith(one.begins))
    return next((one.kind for one in theirs), "")


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(one.begins for one in the_list())


def _read(row: dict[str, str]) -> Listed:
    begins = f"+1{row['number'].replace('-', '')}"
    return Listed(begins, row["kind"], row["what"], row["source"], date.fromisoformat(row["as_of"]))

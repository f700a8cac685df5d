"""Two texts beside each other, word by word: what went, what came, and what stayed."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s\w]|\w+")
MOST_WORDS = 5_000  # beyond that the two are shown whole, and so they are where they have little in common
ALIKE = 0.4


@dataclass(frozen=True)
class Run:
    """Some words that are the same in both, or `gone` from the first, or `new` in the second."""

    text: str
    gone: bool = False
    new: bool = False


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """The runs of both texts in reading order; a mere space between two changes belongs to them."""
    was, now = WORDS.findall(before), WORDS.findall(after)
    if max(len(was), len(now)) > MOST_WORDS:
        return _changed(before, after)
    runs: list[Run] = []
    gone = new = ""
    for how, start, end, to_start, to_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        went, came = "".join(was[start:end]), "".join(now[to_start:to_end])
        if how == "equal" and not (went.isspace() and (gone or new)):
            runs += [*_changed(gone, new), Run(went)]
            gone = new = ""
        else:
            gone, new = gone + went, new + came
    return (*runs, *_changed(gone, new))


def are_alike(before: str, after: str, runs: tuple[Run, ...]) -> bool:
    """Whether so much stayed that the two are read better in one."""
    stayed = sum(len(run.text) for run in runs if not (run.gone or run.new))
    return stayed >= ALIKE * max(len(before), len(after))


def _changed(gone: str, new: str) -> tuple[Run, ...]:
    return tuple(run for run in (Run(gone, gone=True), Run(new, new=True)) if run.text)

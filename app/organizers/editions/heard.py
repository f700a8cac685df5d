"""Two calls beside each other, line by line: what is heard in both, and what is heard otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest

from app.organizers.editions.word_diff import Run, are_alike, word_diff
from app.rehearsal.told import Caption


@dataclass(frozen=True)
class Heard:
    """A line of the dialogue before and after; None where the other call has none there."""

    before: Caption | None
    after: Caption | None

    @property
    def either(self) -> Caption:
        """Who speaks, and how: the same in both."""
        caption = self.after or self.before
        if caption is None:
            raise ValueError("nobody says anything")
        return caption

    @property
    def is_same(self) -> bool:
        """Whether both calls say it."""
        return self.before == self.after

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Word by word; whole where the two have little in common."""
        before, after = self.before.text if self.before else "", self.after.text if self.after else ""
        runs = word_diff(before, after)
        if are_alike(before, after, runs):
            return runs
        return tuple(run for run in (Run(before, gone=True), Run(after, new=True)) if run.text)


def heard(before: Sequence[Caption], after: Sequence[Caption]) -> Iterator[Heard]:
    """Both dialogues as one; lines of the same speaker in the same place are one line that changed."""
    for how, start, end, to_start, to_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        went, came = before[start:end], after[to_start:to_end]
        if how == "equal":
            yield from (Heard(one, one) for one in went)
        else:
            yield from _changed(went, came)


def _changed(went: Sequence[Caption], came: Sequence[Caption]) -> Iterator[Heard]:
    for one, other in zip_longest(went, came):
        if one and other and _speaker(one) != _speaker(other):
            yield from (Heard(one, None), Heard(None, other))
        else:
            yield Heard(one, other)


def _speaker(caption: Caption) -> tuple[object, ...]:
    return caption.who, caption.is_act, caption.keys

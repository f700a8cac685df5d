"""Which values of few calls are joined when a day is sealed: no cell that is kept tells of fewer than five people."""

from collections.abc import Mapping

FEWEST = 5  # calls
FIVES = 5


def joined(calls: Mapping[str, int]) -> frozenset[str]:
    """The values that are joined into one cell: all with fewer than five calls, and more where these are too few.

    Their cell is of five calls at least and of two values, so that none can be found by taking the others from all.
    Where all there are do not make five, all are joined, and that cell is not kept.
    """
    by_size = sorted(calls, key=lambda value: (calls[value], value))
    few = [value for value in by_size if calls[value] < FEWEST]
    if not few:
        return frozenset()
    for value in by_size[len(few) :]:
        if len(few) > 1 and sum(calls[it] for it in few) >= FEWEST:
            break
        few.append(value)
    return frozenset(few)


def in_fives(calls: int) -> int:
    """A number that anybody may read: it moves in steps of five, so that it tells of no single call."""
    return calls // FIVES * FIVES

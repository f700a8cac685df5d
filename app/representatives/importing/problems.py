"""What is wrong with a file, in sentences that say where and what to do."""

from collections.abc import Sequence

MOST_TOLD = 20


class FileProblemsError(ValueError):
    """The file cannot be imported; every problem is told at once, and nothing was written."""

    def __init__(self, problems: Sequence[str]) -> None:
        more = len(problems) - MOST_TOLD
        self.problems = (*problems[:MOST_TOLD], f"… and {more} more.") if more > 0 else tuple(problems)
        super().__init__("\n".join(self.problems))

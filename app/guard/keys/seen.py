"""How far the database had come when it was last looked at, kept beside the keys: what is set back does not know it."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Self

NAME = "database-seen"


@dataclass(frozen=True)
class Position:
    """Which cluster of databases, by what it was given as it was made, and how much it had written down for good."""

    cluster: int
    written: int

    def is_before(self, other: Self | None) -> bool:
        """Whether the same cluster had come further already."""
        return other is not None and self.cluster == other.cluster and self.written < other.written


class Seen:
    """The file in the folder of the days' keys, which all processes of a server have in common."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def last(self) -> Position | None:
        """What was seen last; None where nothing was, or nobody can read it."""
        try:
            cluster, written = self._path.read_text(encoding="ascii").split()
            return Position(int(cluster), int(written))
        except (OSError, ValueError):
            return None

    def keep(self, now: Position) -> None:
        """Remember it, as a whole or not at all.

        Raises:
            OSError: the folder cannot be written.
        """
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._path.with_name(f".{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(f"{now.cluster} {now.written}\n")
        draft.replace(self._path)

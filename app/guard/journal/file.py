"""The journal's file: lines are added to its end, by one program at a time, and are on the disk before that goes on."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

import structlog

from app.guard.journal.lines import OF_THE_FILE, Line, Since, Standing, how_many_are_broken, read_lines, what_stands
from app.guard.keys.folder import settle

log = structlog.get_logger()

GROWS = 64 * 1024  # bytes, beside twice what it came to when it was last written anew, after which it is written anew
FORGOTTEN_FOR = timedelta(days=3 * 365 + 1)  # as long as a consent: no older backup holds anything of anybody
TAKEN_BACK_FOR = FORGOTTEN_FOR  # a backup that is older leaves somebody in peace who has it no more
REDACTED_FOR = timedelta(days=92)  # as long as any note is kept: then the key is gone of what is left of it
MOST_BEHIND = 10_000  # lines that wait in memory where none can be written


class Journal:
    """In a folder that all programs of a server share. One that cannot be written stops nobody from being left alone.

    What could not be written is remembered, and written with the next line. What programs of before do not know stands
    in a file of another `name`.
    """

    def __init__(self, folder: Path, name: str = "journal") -> None:
        self.folder = folder
        self.file = folder / name
        self._behind: list[Line] = []
        self._one_at_a_time = Lock()

    def write(self, *lines: Line) -> bool:
        """Add lines; returns whether they are on the disk now."""
        with self._one_at_a_time:
            waiting = [*self._behind, *lines]
            self._behind = []
            if not waiting:
                return True
            try:
                with self._alone():
                    _append(self.file, "".join(line.written() for line in waiting))
            except OSError as error:
                log.warning("journal_not_written", error=type(error).__name__, lines=len(waiting))
                self._behind = waiting[-MOST_BEHIND:]
                return False
            return True

    def is_there(self) -> bool:
        """Whether anything was ever written here."""
        return self.file.exists()

    def standing(self, now: datetime) -> Standing:
        """What it comes to."""
        since = Since(now, now - TAKEN_BACK_FOR, now - FORGOTTEN_FOR, now - REDACTED_FOR)
        return what_stands(read_lines(self._text()), since)

    def how_many_are_broken(self) -> int:
        """Lines that nobody can read: one for each crash in the middle of writing, as a rule."""
        return how_many_are_broken(self._text())

    def tidy(self, now: datetime) -> bool:
        """Write it anew without what holds no more, where it has grown; returns whether it did.

        Raises:
            OSError: it cannot be written; then the old one stands.
        """
        if not self._has_grown():
            return False
        with self._alone():
            text = "".join(line.written() for line in self.standing(now).lines())
            _replace(self.file, f"{OF_THE_FILE} {len(text)}\n{text}")
        return True

    def _has_grown(self) -> bool:
        with suppress(FileNotFoundError), self.file.open(errors="replace") as file:
            told = file.readline().split()
            was = int(told[1]) if told[:1] == [OF_THE_FILE] else 0
            return os.fstat(file.fileno()).st_size > GROWS + 2 * was
        return False

    def _text(self) -> str:
        try:
            return self.file.read_text(errors="replace")
        except OSError:
            return ""

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """For as long as it lasts no other program writes."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _append(file: Path, text: str) -> None:
    """At the end, on a line of its own, whatever a crash left there."""
    is_new = not file.exists()
    there = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(there).st_size
        ends = os.pread(there, 1, size - 1) if size else b"\n"
        written = (("" if ends == b"\n" else "\n") + text).encode()
        if os.write(there, written) < len(written):  # as a disk does that is full half-way
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(there)
    finally:
        os.close(there)
    if is_new:
        settle(file.parent)


def _replace(file: Path, text: str) -> None:
    draft = file.with_name(f".{file.name}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as writing:
        writing.write(text)
        writing.flush()
        os.fsync(writing.fileno())
    draft.replace(file)
    settle(file.parent)

"""The folder of the days' keys: a small file each, wrapped by the keys of the settings, made once, destroyed once."""

import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

log = structlog.get_logger()

KEY_BYTES, NONCE_BYTES = 32, 12
MOST_A_DAY = 9  # another is made only where that of the day cannot be unwrapped
NAMED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([2-9]))?\.key")
DRAFT = 16  # letters of a name behind its dot
AN_HOUR = timedelta(hours=1)
ZEROS = b"\0"


class KeyOf(StrEnum):
    """What a day's key is for. Each kind ends by itself: what is kept for long keeps nothing else readable."""

    NUMBERS = "numbers"  # of supporters
    NOTES = "notes"  # what they wrote of an office
    PAGES = "pages"  # what a page or a call knows between two answers
    RINGS = "rings"  # by what numbers of calls are known again
    LIMITS = "limits"  # by what whoever may do something only so often


@dataclass(frozen=True, order=True)
class Named:
    """Which key of a kind: that of a day, or the nth where the one before cannot be unwrapped here."""

    day: date
    nth: int = 1

    @property
    def file(self) -> str:
        """Its name in the folder of its kind."""
        return f"{self.day}.key" if self.nth == 1 else f"{self.day}.{self.nth}.key"


@dataclass(frozen=True)
class KeyFile:
    """Where a key lies, and what it is bound to `about`: put in the place of another it is none."""

    path: Path
    about: bytes


class KeysFolder:
    """Reads with any of the wrapping keys, and wraps by the first: so they are replaced one after another."""

    def __init__(self, path: Path, wrapping: Sequence[bytes]) -> None:
        self.path = path
        self._wraps = [AESGCMSIV(key) for key in wrapping]
        self._kinds = {of: str(path / of) for of in KeyOf}

    def changed_at(self, of: KeyOf) -> int:
        """When a key of this kind was last made or destroyed, in nanoseconds; 0 where there never was one."""
        try:
            return os.stat(self._kinds[of]).st_mtime_ns  # noqa: PTH116 - asked at every number that is read
        except FileNotFoundError:
            return 0

    def names(self, of: KeyOf) -> list[Named]:
        """Those that are there, the newest first."""
        try:
            files = [path.name for path in (self.path / of).iterdir()]
        except FileNotFoundError:
            return []
        found = (NAMED.fullmatch(file) for file in files)
        return sorted((Named(date.fromisoformat(it[1]), int(it[2] or 1)) for it in found if it), reverse=True)

    def file_of(self, of: KeyOf, name: Named) -> KeyFile:
        """The file of a day's key."""
        return KeyFile(self.path / of / name.file, f"{of} {name.day} {name.nth}".encode())

    def read(self, of: KeyOf, name: Named) -> bytes | None:
        """The key; None where it is gone, or was wrapped by a key that nobody has any more."""
        return self.unwrapped(self.file_of(of, name))

    def unwrapped(self, file: KeyFile) -> bytes | None:
        """The same of any file of this folder."""
        found = self._unwrap(file) or self._unwrap(file)  # just now another program may have wrapped it anew
        if found is None:
            if file.path.exists():
                log.warning("day_key_unreadable", kind=file.path.parent.name, day=file.path.stem)
            return None
        nth, key = found
        if nth:
            self._wrap_anew(file, key)
        return key

    def wrapped_by(self, file: KeyFile) -> int | None:
        """Which of the wrapping keys unwraps it, 0 for the first; None where none does, or it is gone."""
        with suppress(PermissionError):
            found = self._unwrap(file) or self._unwrap(file)
            return found[0] if found else None
        return None

    def _unwrap(self, file: KeyFile) -> tuple[int, bytes] | None:
        try:
            wrapped = file.path.read_bytes()
        except FileNotFoundError:
            return None
        for nth, cipher in enumerate(self._wraps):
            with suppress(InvalidTag, ValueError):
                return nth, cipher.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], file.about)
        return None

    def make(self, of: KeyOf, day: date) -> tuple[Named, bytes]:
        """The key of this day, made if there is none: of two programs that make one at once both take the same.

        Raises:
            OSError: the folder cannot be written.
        """
        for nth in range(1, MOST_A_DAY + 1):
            name = Named(day, nth)
            self.write(self.file_of(of, name), secrets.token_bytes(KEY_BYTES))
            key = self.read(of, name)
            if key is not None:
                return name, key
        raise OSError(f"no key of {day} in {self.path / of} can be unwrapped")

    def destroy(self, of: KeyOf, day: date) -> int:
        """Let nothing be readable that was sealed by the keys of this day; returns how many there were."""
        gone = [name for name in self.names(of) if name.day == day]
        for name in gone:
            destroyed(self.file_of(of, name).path)
        settle(self.path / of)
        return len(gone)

    def write(self, file: KeyFile, key: bytes) -> None:
        """Under its name, if nothing is there yet; it is on the disk before anything is sealed by it."""
        if file.path.exists():
            return
        draft = self._draft(file, key)
        with suppress(FileExistsError):
            file.path.hardlink_to(draft)
        draft.unlink()
        settle(file.path.parent)

    def tidy(self, now: datetime) -> None:
        """Let go what a program left that was killed an hour ago: it is a key, too, and no day ends it."""
        for draft in self.path.glob(f"*/.{'?' * DRAFT}"):
            told = draft.stat()
            if told.st_mtime > (now - AN_HOUR).timestamp():
                continue
            if told.st_nlink > 1:  # another name of a key that is in use
                draft.unlink()
            else:
                destroyed(draft)

    def _wrap_anew(self, file: KeyFile, key: bytes) -> None:
        """By the first of the wrapping keys; where that cannot be written now, the next program does it.

        What the older one wrapped is written over: it is kept with backups, and shall open no key that was destroyed.
        """
        with suppress(OSError):
            draft = self._draft(file, key)
            try:
                with file.path.open("r+b") as before:
                    draft.replace(file.path)
                    _write_over(before)
            except FileNotFoundError:  # it was destroyed meanwhile
                destroyed(draft)

    def _draft(self, of: KeyFile, key: bytes) -> Path:
        nonce, folder = secrets.token_bytes(NONCE_BYTES), of.path.parent
        wrapped = nonce + self._wraps[0].encrypt(nonce, key, of.about)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f".{secrets.token_hex(DRAFT // 2)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(wrapped)
            file.flush()
            os.fsync(file.fileno())
        return draft


def destroyed(file: Path) -> None:
    """Write over what stood there and let it go; a disk that writes elsewhere keeps it for a while, wrapped."""
    with suppress(FileNotFoundError):
        with file.open("r+b") as there:
            _write_over(there)
        file.unlink()


def _write_over(there: BinaryIO) -> None:
    there.write(ZEROS * os.fstat(there.fileno()).st_size)
    there.flush()
    os.fsync(there.fileno())


def settle(folder: Path) -> None:
    """Have the disk know what is in a folder."""
    with suppress(FileNotFoundError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def days_held(folder: KeysFolder) -> Iterator[tuple[KeyOf, date]]:
    """Of which days there are keys, whoever can unwrap them."""
    for of in KeyOf:
        for day in sorted({name.day for name in folder.names(of)}):
            yield of, day

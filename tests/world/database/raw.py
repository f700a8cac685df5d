"""What somebody finds who takes the computer: the files themselves, searched for words in every form they may have."""

import base64
import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

A_MOMENT = 2.0  # seconds: by so much the clock of a file may be behind


class Seized:
    """The database's own files, and what lies beside them, as they are once all of it is written.

    It is made before what is looked for: what nobody wrote into since is not searched.
    """

    def __init__(self, url: str) -> None:
        self._since = time.time() - A_MOMENT
        self._url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(self._url, autocommit=True) as connection:
            (data,), (self._wal_from,), (self._database,) = (
                connection.execute(asked).fetchone()
                for asked in (
                    "SHOW data_directory",
                    "SELECT pg_walfile_name(pg_current_wal_lsn())",
                    "SELECT oid FROM pg_database WHERE datname = current_database()",
                )
            )
        self._data = Path(data)
        if not os.access(self._data / "base", os.R_OK):
            pytest.skip("the database's files are on another computer, or nobody's to read here")

    def where(self, words: Sequence[str], *others: Path) -> dict[str, list[str]]:
        """Of those words that are found in whatever form, the names of the files that hold them."""
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            told = connection.execute("SELECT pg_walfile_name(pg_current_wal_lsn())").fetchone()
        self._wal_to = told[0] if told else ""  # those after it hold what is long over
        held: dict[str, list[str]] = {}
        for file in self._files(others):
            inside = _read(file).lower()
            for word in words:
                if any(form in inside for form in forms_of(word)):
                    held.setdefault(word, []).append(file.name)
        return held

    def _files(self, others: tuple[Path, ...]) -> Iterator[Path]:
        yield from filter(self._is_written, (self._data / "base" / str(self._database)).iterdir())
        yield from (
            it for it in (self._data / "pg_wal").iterdir() if it.is_file() and self._wal_from <= it.name <= self._wal_to
        )
        yield self._data / "log"
        for other in others:
            yield from (it for it in other.rglob("*") if it.is_file()) if other.is_dir() else [other]

    def _is_written(self, file: Path) -> bool:
        """Whether anything can have come into it since there was somebody to be found."""
        return file.exists() and file.stat().st_mtime >= self._since


def _read(file: Path) -> bytes:
    """All that is in it, without the room at its end; nothing where the database took it away meanwhile."""
    try:
        return file.read_bytes().rstrip(b"\0")
    except FileNotFoundError:
        return b""


@cache
def forms_of(word: str) -> set[bytes]:
    """A word as it may stand in a file, in small letters: also encoded, or hashed without a key."""
    written = {word, word.removeprefix("+1"), word.removeprefix("+")}
    if word.startswith("+1"):
        area, exchange, line = word[2:5], word[5:8], word[8:]
        written |= {f"({area}) {exchange}-{line}", f"{area}-{exchange}-{line}", f"{area}.{exchange}.{line}"}
    plain = {one.encode() for one in written}
    encoded = {one.decode().encode("utf-16-le") for one in plain} | {one.hex().encode() for one in plain}
    encoded |= {core for one in plain for core in _in_base64(one)}
    hashes = {hashlib.new(how, one) for how in ("md5", "sha1", "sha256") for one in plain}
    hashed = {made for one in hashes for made in (one.digest(), one.hexdigest().encode())}
    return {form.lower() for form in plain | encoded | hashed if len(form) >= 7}


def _in_base64(word: bytes) -> Iterator[bytes]:
    """What is the same of it wherever it begins in a longer text."""
    for before in range(3):
        core = base64.b64encode(b"\0" * before + word + b"\0\0")
        yield core[4 if before else 0 : len(core) // 4 * 4 - 8]

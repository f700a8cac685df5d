"""Writes the whole database into one file, whole or not at all, while everything goes on."""

import fcntl
import os
import subprocess  # nosec B404 # PostgreSQL's own programs
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from app.store.copies.programs import connecting, program, server_version
from app.store.patient import MIGRATES, NOT_ALONE

# What is only room kept free on the disk is made anew where it is needed.
NOT_ITS_ROWS = "reserve"
DRAFT = ".draft"  # how the name ends of one that is being written


class CopyFailed(Exception):
    """What the program says of it, and what is to do."""


def dump(url: str, to: Path) -> int:
    """Write it, readable by its owner alone; returns how many bytes. `url` must be the database's, not a pooler's.

    Raises:
        NoProgram: no pg_dump here is as new as the server.
        CopyFailed: it could not be read or written; then no file is left.
    """
    pg_dump = program("pg_dump", server_version(url))
    with _draft(to) as draft:
        with _no_migration(url):
            how = ["--format=custom", "--no-owner", "--no-privileges", f"--exclude-table-data={NOT_ITS_ROWS}"]
            _run([pg_dump, *how, f"--file={draft}"], url)
        _run([program("pg_restore"), "--list", draft], url)  # whoever needs it one day can read it
        draft.replace(to)
    return to.stat().st_size


@contextmanager
def _draft(to: Path) -> Iterator[Path]:
    """A file beside it that is gone in the end, and at the latest with the next copy, where a program was killed."""
    _clear_away(to.parent)
    draft = to.with_name(f".{to.name}.{os.getpid()}{DRAFT}")
    mine = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with suppress(OSError):  # no file system must know of locks
            fcntl.flock(mine, fcntl.LOCK_EX)
        yield draft
    finally:
        draft.unlink(missing_ok=True)
        os.close(mine)


def _clear_away(folder: Path) -> None:
    """Drafts on which nobody works any more: each is as large as a copy."""
    for left in folder.glob(f".*{DRAFT}"):
        with suppress(OSError):
            its = os.open(left, os.O_WRONLY)
            try:
                fcntl.flock(its, fcntl.LOCK_EX | fcntl.LOCK_NB)
                left.unlink()
            finally:
                os.close(its)


@contextmanager
def _no_migration(url: str) -> Iterator[None]:
    """For as long as it lasts no migration begins: half of the tables would be of before."""
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://", 1), autocommit=True) as connection:
        mine = connection.execute("SELECT pg_try_advisory_lock_shared(%s)", [MIGRATES]).fetchone()
        if mine != (True,):
            raise CopyFailed(f"Nothing was written: {NOT_ALONE}. Try again in a minute.")
        yield


def _run(command: list[Path | str], url: str) -> None:
    # B603: PostgreSQL's own program; of what was typed it is given a file's name
    done = subprocess.run(  # nosec B603
        command, env=connecting(url), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise CopyFailed(f"Nothing was written: {done.stderr.strip() or 'the program failed'}")

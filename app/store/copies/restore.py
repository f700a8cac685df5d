"""Puts a copy of the database into an empty one, whole or not at all."""

import re
import shutil
import subprocess  # nosec B404 # PostgreSQL's own programs
from pathlib import Path

import psycopg

from app.store.copies.dump import CopyFailed
from app.store.copies.programs import connecting, program

NOT_EMPTY = (
    "The database is not empty, and nothing in it was touched. Make an empty one, name it by DATABASE_URL, and restore "
    "into that: the old one stays as it is until you no longer need it."
)
MADE = re.compile(r"Archive created at (.+)")
FAILS = b"\nSELECT 1/0 AS the_backup_ends_in_the_middle;\n"


def made_at(file: Path) -> str:
    """When a copy was made, as its program says.

    Raises:
        NoProgram: no pg_restore is here.
        CopyFailed: it is no such copy, or one of a newer PostgreSQL than the programs here.
    """
    told = subprocess.run(  # nosec B603 # PostgreSQL's own program
        [program("pg_restore"), "--list", file], capture_output=True, text=True, check=False
    )
    if told.returncode:
        raise CopyFailed(f"{file} cannot be read as a backup: {told.stderr.strip()}")
    found = MADE.search(told.stdout)
    return found[1].strip() if found else "an unknown day"


def restore(url: str, file: Path, last: str) -> None:
    """Put it there in one transaction, at whose end the statements `last` are run: nobody sees it without them.

    Raises:
        NoProgram: pg_restore or psql is not here.
        CopyFailed: the database is not empty, or the copy cannot be put there; then it stays as it was.
    """
    _must_be_empty(url)
    reads: list[Path | str] = [program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", file]
    writes: list[Path | str] = [
        program("psql"),
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        "--file=-",
    ]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(reads, stdout=pipe) as reading,  # nosec B603 # PostgreSQL's own program
        subprocess.Popen(writes, env=connecting(url), stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe) as writing,  # nosec B603
    ):
        _pass_on(reading, writing, last.encode())
        _, complaint = writing.communicate()
    if writing.returncode:
        raise CopyFailed(f"The database stays empty: {complaint.decode(errors='replace').strip()[:500]}")


def _pass_on(reading: "subprocess.Popen[bytes]", writing: "subprocess.Popen[bytes]", last: bytes) -> None:
    """Hand over what is read, and what comes last; where the copy ends in the middle, nothing is kept."""
    if reading.stdout is None or writing.stdin is None:
        raise TypeError("Both are opened with pipes.")
    try:
        shutil.copyfileobj(reading.stdout, writing.stdin)
        writing.stdin.write(last if reading.wait() == 0 else FAILS)
    except BrokenPipeError:  # it has stopped, and says why
        reading.kill()


def _must_be_empty(url: str) -> None:
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://", 1)) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if row != (0,):
        raise CopyFailed(NOT_EMPTY)

